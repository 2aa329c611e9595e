/** Milliseconds on the clock that all processes of a machine share, so that one may subtract what another has read. */
export const now = (): number => Number(process.hrtime.bigint()) / 1e6;

export const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
