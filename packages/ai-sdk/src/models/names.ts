/** The provider's name, in logs, in `providerOptions` and in `providerMetadata`. */
export const PROVIDER = "modelApi";
