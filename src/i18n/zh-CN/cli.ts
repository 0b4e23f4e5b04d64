/** 命令行的文字。 */
export const cli = {
  'cli.help': `勾稽：核对部门预算公开表各表之间、表内各行各列之间的勾稽关系。

用法：
  gouji check 路径... [选项]    核对工作簿；文件夹则核对其中全部文件
  gouji tables 路径... [选项]   只列出认出的表：表种、范围、单位、年度、行数，不核对
  gouji annotate 路径... --output 文件夹   写出带标注、批注和差异清单的副本（.xlsx）
  gouji clean 路径... --output 文件夹      写出公开稿：不留本工具的标注、批注、清单和设置
  gouji --help                  显示本说明
  gouji --version               显示版本号

文件夹中读取 .xlsx .xlsm .xls .et .docx 文件；以 ~$ 或 . 开头的略过。

选项：
  --format text|json            输出给人看的文字（默认）或供程序读取的 JSON
  --lang zh-CN|en               输出语言，默认 zh-CN
  --fail-on error|warning|info  有此级别及以上的问题时退出码为 1，默认 error
  --output 文件                 把结果写入文件，不写到标准输出
  --accounts 文件               本单位的科目表（.csv 或工作簿：编码，名称，启用年度），优先于自带的科目
  --with 文件                   （check）与工作簿一并核对的预算说明：.docx 或文本文件；可重复；只用于一个工作簿
  --last-year 文件              （check）上年的工作簿：核对表中上年数与说明中的比上年增减；只用于一个工作簿
  --relations 文件              本单位自定义的勾稽关系（.yaml 或 .json，写法见 docs/own-relations.md）
  --tolerance 容差              interval（默认，四舍五入能解释的不算差错）、exact（分毫不差）或金额如 0.01万元
  --without 规则                不核对这条规则（编号见 docs/rules.md），可写多次
  --evidence                    （tables）列出每张表的识别依据

退出码：0 没有达到 --fail-on 级别的问题；1 有；2 有输入无法读取，或命令有误。
`,
  'cli.usage.no-command': '缺少命令。命令有 check、tables、annotate、clean，例如 gouji check 路径...；说明见 gouji --help。',
  'cli.usage.unknown-command':
    '没有命令“{command}”。命令有 check、tables、annotate、clean，例如 gouji check 路径...；说明见 gouji --help。',
  'cli.usage.no-path': '缺少文件或文件夹。请用 gouji {command} 路径...，说明见 gouji --help。',
  'cli.usage.unknown-option': '没有选项“{option}”。说明见 gouji --help。',
  'cli.usage.other-command': '命令 {command} 没有选项 {option}。说明见 gouji --help。',
  'cli.usage.unknown-rule': '没有规则“{rule}”。规则编号见 docs/rules.md。',
  'cli.usage.no-value': '选项 {option} 后面缺少值。可用：{values}。',
  'cli.usage.bad-value': '选项 {option} 不能是“{value}”。可用：{values}。',
  'cli.usage.beside-several': '--with 和 --last-year 只能用于一个工作簿，现在有 {count} 个。请逐个核对。',
  'cli.usage.no-folder': '命令 {command} 需要 --output 文件夹，副本写到那里。',
  'cli.copy.written': '{file} → {target}',
  'cli.copy.not-xlsx': '只能写出 .xlsx 和 .xlsm 的副本。请先另存为 .xlsx。',
  'cli.copy.exists': '{target} 已经存在，没有覆盖。请换一个文件夹，或先移走它。',
  'cli.copy.not-written': '无法写入 {target}（{code}）。请检查文件夹权限和磁盘空间。',
  'cli.error.not-found': '没有这个文件或文件夹。请检查路径。',
  'cli.error.no-permission': '没有读取权限。请检查文件权限。',
  'cli.error.unreadable': '无法读取（{code}）。请检查文件是否被占用、磁盘是否可用。',
  'cli.error.empty-folder': '文件夹中没有可核对的文件（.xlsx .xlsm .xls .et .docx）。',
  'cli.error.internal': '核对中出现内部错误：{message}。请把这个文件和这句话反馈给开发者。',
  'cli.error.output': '无法写入 {file}（{code}），结果改写到标准输出。',
  'cli.text.relations': '核对关系 {checked} 条：相符 {held} 条，四舍五入差 {rounding} 条，不相符 {violated} 条。',
  'cli.text.severities': '错误 {error} 条，警告 {warning} 条，提示 {info} 条。',
  'cli.text.no-tables': '工作簿可以读取，未作核对：{reason}。',
  'cli.text.no-findings': '没有发现差异。',
  'cli.tables.sheet': '工作表',
  'cli.tables.range': '范围',
  'cli.tables.kind': '表种',
  'cli.tables.phase': '阶段',
  'cli.tables.unit': '单位',
  'cli.tables.year': '年度',
  'cli.tables.panels': '栏组',
  'cli.tables.rows': '数据行',
  'cli.tables.mapped': '已认出',
  'cli.tables.unread': '未认出的格',
  'cli.tables.department': '部门',
  'cli.tables.title': '表名',
  'cli.tables.corrected': '（用户指定）',
  'phase.budget': '预算',
  'phase.final': '决算',
  'cli.text.column.sheet': '工作表',
  'cli.text.column.range': '范围',
  'cli.text.column.kind': '表种',
  'cli.text.column.unit': '单位',
  'cli.text.column.year': '年度',
  'cli.text.column.rows': '数据行',
  'cli.text.rows': '{mapped}/{rows}',
  'cli.text.unread': '（{count} 格未认出）',
  'cli.text.kind-count': '{kind} {count} 张',
  'cli.text.without-amounts': '没有金额行的表：{kinds}。',
  'cli.text.left': '左',
  'cli.text.right': '右',
  'cli.text.difference': '差',
  'cli.text.blank': '（空）',
  'cli.text.more-terms': '另有 {count} 格',
  'cli.text.rounding': '四舍五入差 {count} 条：',
  'cli.text.accepted': '已接受 {count} 条：',
  'cli.text.skipped': '未核对的内容 {count} 条：',
  'cli.text.total': '共 {files} 个工作簿：错误 {error} 条，警告 {warning} 条，提示 {info} 条；{unreadable} 个文件无法读取。',
} as const;
