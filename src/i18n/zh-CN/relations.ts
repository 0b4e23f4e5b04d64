/** 自定义关系、认不出的表、显示尾差。 */
export const relations = {
  'rule.display-rounding':
    '{leftPlace} 显示为 {left}，{rightPlace} 按显示的数合计为 {right}，差 {difference}：显示尾差，存储的数字相符，只是按格式显示时各自舍入',
} as const;
