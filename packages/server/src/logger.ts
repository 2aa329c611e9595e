/** What the server logs through. A pino logger fits as it is. Fields hold no tokens, no prompts, no media. */
export interface Logger {
  /** What happens too often to be told by default. */
  debug?(fields: object, message: string): void;
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

export const silentLogger: Logger = { info() {}, warn() {}, error() {} };
