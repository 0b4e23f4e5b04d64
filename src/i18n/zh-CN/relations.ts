/** 自定义关系、认不出的表、显示尾差。 */
export const relations = {
  'rule.display-rounding':
    '{leftPlace} 显示为 {left}，{rightPlace} 按显示的数合计为 {right}，差 {difference}：显示尾差，存储的数字相符，只是按格式显示时各自舍入',
  'rule.own': '{title}：{leftPlace} 为 {left}，应 {op} {rightPlace} 的 {right}，差 {difference}',
  'rule.own-note': '{title}：{leftPlace} 为 {left}，应 {op} {rightPlace} 的 {right}，差 {difference}。{note}',
  'skip.own-none': '“{term}”在表中没有找到，未核对',
  'skip.own-unclear': '“{term}”不能确定是哪个数（见 {cell} 一行），未核对；请在关系中写明 nature、fund、item 或 side',
  'own.syntax': '自定义关系第 {line} 行写法有误，读不下去：请检查缩进、引号、括号，冒号须用半角且后面空一格。',
  'own.tab': '自定义关系第 {line} 行用了制表符缩进：请改用空格。',
  'own.repeated-field': '自定义关系第 {line} 行的字段在同一条中写了两次：请删去一个。',
  'own.not-list': '自定义关系第 {line} 行：文件应以“relations:”开头，下面用“- ”逐条列出。',
  'own.too-long-file': '自定义关系文件过长（超过 50 万字），未采用。',
  'own.too-many': '自定义关系第 {line} 行起条目过多：一个文件最多 1000 条，一侧最多 200 项。',
  'own.not-map': '自定义关系第 {line} 行应是“字段: 值”：冒号须用半角，后面空一格。',
  'own.unknown-field':
    '自定义关系第 {line} 行的字段“{field}”不认识。关系的字段：title、left、op、right、severity、note、basis；每项的字段：table、account、line、side、nature、fund、source、item、year、unit、minus。',
  'own.missing-field': '自定义关系第 {line} 行的一条缺少“{field}”。',
  'own.bad-word': '自定义关系第 {line} 行：{field} 不能是“{value}”。可用：{names}。',
  'own.bad-account': '自定义关系第 {line} 行：“{value}”不是科目编码（功能分类 2 开头 3、5、7 位，经济分类 3 或 5 开头 3、5 位）。',
  'own.bad-value': '自定义关系第 {line} 行：{field} 的值“{value}”不对。',
  'own.not-text': '自定义关系第 {line} 行：{field} 应是一个词或编码。',
  'own.not-boolean': '自定义关系第 {line} 行：{field} 只能是 true 或 false。',
  'own.empty': '自定义关系第 {line} 行：{field} 不能为空。',
  'own.too-long': '自定义关系第 {line} 行：{field} 过长（最多 200 字）。',
  'own.title-repeated': '自定义关系第 {line} 行：标题“{title}”与第 {earlier} 行重复，请改成不同的标题。',
  'own.not-utf8': '文件须存成 UTF-8 编码的文本。',
  'rule-name.unknown-totals': '认不出的表的合计',
  'skip.unknown-large': '“{sheet}”的表不在已知表种之列，数字超过 12000 个，没有从中推断合计关系',
  'rule.unknown-subtotals':
    '{leftPlace} {label} 为 {left}，{rightPlace} 之和为 {right}，差 {difference}；同样的小计、合计有 {count} 处（{held}）都相等',
  'rule.unknown-numbered': '{leftPlace} {label} 为 {left}，所列各项（{rightPlace}）之和为 {right}，差 {difference}，请核实',
  'rule.unknown-rows': '{leftPlace} 为 {left}，{rightPlace} 之和为 {right}，差 {difference}；同样这几行在 {held} 栏（共 {count} 栏）都相等',
  'rule.unknown-columns':
    '{leftPlace} 为 {left}，{rightPlace} 之和为 {right}，差 {difference}；同样这几栏在第 {held} 行（共 {count} 行）都相等',
} as const;
