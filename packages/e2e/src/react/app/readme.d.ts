/** An example of the README of the hooks, as `build-app.ts` finds it. */
declare module "readme:*" {
  export function Editor(): React.ReactElement;
}
