// Generated from schemas/ by `pnpm codegen`. Do not edit.

/** Two to five segments of `[A-Za-z0-9_.-]+`, none of them only dots. */
export const MODEL_ID: RegExp = /* @__PURE__ */ new RegExp("^(?!\\.+(?:/|$))[A-Za-z0-9_.-]+(?:/(?!\\.+(?:/|$))[A-Za-z0-9_.-]+){1,4}$");

export const REQUEST_ID: RegExp = /* @__PURE__ */ new RegExp("^[A-Za-z0-9_-]{1,128}$");
