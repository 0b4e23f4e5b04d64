/** Names that accounts used to have. Generated from data/catalogue/former-names.csv by scripts/build-catalogue.mjs. */
export const FORMER_NAMES: readonly (readonly [code: string, former: string, name: string, fromYear: number, evidence: string])[] = [
  ['207', '文化体育与传媒支出', '文化旅游体育与传媒支出', 2019, 'real-doc'],
  ['210', '医疗卫生与计划生育支出', '卫生健康支出', 2019, 'real-doc'],
  ['215', '资源勘探信息等支出', '资源勘探工业信息等支出', 2020, 'real-doc'],
  ['220', '国土海洋气象等支出', '自然资源海洋气象等支出', 2019, 'real-doc'],
  ['20805', '行政事业单位离退休', '行政事业单位养老支出', 2020, 'real-doc'],
  ['2080501', '归口管理的行政单位离退休', '行政单位离退休', 2020, 'real-doc'],
  ['20701', '文化', '文化和旅游', 2019, 'own-knowledge'],
  ['21301', '农业', '农业农村', 2020, 'own-knowledge'],
  ['21305', '扶贫', '巩固脱贫攻坚成果衔接乡村振兴', 2021, 'own-knowledge'],
  ['22402', '消防事务', '消防救援事务', 2020, 'own-knowledge'],
  ['2013804', '市场主体管理', '经营主体管理', 2023, 'own-knowledge'],
];
