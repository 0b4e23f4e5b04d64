/**
 * What passes between the steps of the engine: tables, facts, relations, findings. Plain frozen data.
 * Which question this file answers: what does each step hand to the next.
 */
export * from './model/tables';
export * from './model/facts';
export * from './model/message';
export * from './model/relations';
export * from './model/findings';
export * from './model/rules';
