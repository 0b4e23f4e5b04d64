export const recognise = {} as const;
