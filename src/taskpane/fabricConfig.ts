/**
 * Which question this file answers: where does Fabric get its fonts and icons. Nowhere outside: it would ask
 * Microsoft's network for them as soon as it is imported, so this script runs before it.
 */
const configuration: { FabricConfig?: { fontBaseUrl: string; iconBaseUrl: string } } & typeof globalThis = globalThis;
configuration.FabricConfig = { fontBaseUrl: '', iconBaseUrl: '' };

export {};
