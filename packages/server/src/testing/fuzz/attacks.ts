import fc from "fast-check";
import { contract, type Operation } from "../contract-file.js";
import { type Attack, goodCall, pathWith, type World } from "./attack.js";
import { escaped, text } from "./garbage.js";
import type { TargetModel } from "./model-inputs.js";
import { strayBodies, wrongBodies, wrongFields, wrongFiles, wrongInputs } from "./spoiled-bodies.js";
import { METHODS, otherTokens, wrongMethods, wrongPaths, wrongTokens } from "./spoiled-calls.js";
import { lyingHeaders, strayHeaders, wrongHeaders } from "./spoiled-headers.js";
import { strayQueries, wrongQueries } from "./spoiled-queries.js";

/** The calls of an operation that clients should not make, as the contract and the models' schemas suggest them. */
export function attacksOn(
  operation: Operation,
  world: World,
  models: readonly TargetModel[],
): fc.Arbitrary<Attack> {
  const good = goodCall(operation, world);
  const kinds = [
    wrongMethods(good),
    ...(operation.secured ? [wrongTokens(good, world)] : []),
    ...(operation.secured && operation.path.includes("{request_id}") ? [otherTokens(good, world)] : []),
    ...operation.parameters.flatMap((parameter) => {
      if (parameter.in === "path") return [wrongPaths(operation, parameter, good, world)];
      return parameter.in === "query" ? [wrongQueries(parameter, good)] : [wrongHeaders(parameter, good)];
    }),
    strayQueries(good),
    strayHeaders(good),
    ...(operation.bodySchema ? [...wrongJson(operation, good, world, models), lyingHeaders(good)] : []),
    ...(operation.bodyTypes?.includes("*/*") ? [wrongFiles(good), lyingHeaders(good)] : []),
    ...(operation.method !== "GET" && !operation.bodyTypes ? [strayBodies(good)] : []),
  ];
  return fc.oneof(...kinds);
}

function wrongJson(
  operation: Operation,
  good: Attack,
  world: World,
  models: readonly TargetModel[],
): fc.Arbitrary<Attack>[] {
  const input = world.bodies[operation.id];
  if (!input) throw new Error(`The fuzzer has no good body for ${operation.id}: add one to its world.`);
  const isSubmit = operation.path.includes("{model_id}");
  const body = { id: operation.id, schema: operation.bodySchema as TargetModel["schema"], input };
  if (isSubmit) return [wrongBodies(good, input), wrongInputs(operation, good, models)];
  return [wrongBodies(good, input), wrongFields(good, body)].map((attacks) => attacks.map(orTooLarge));
}

/** What is no large body for a model may be one for anything else. */
function orTooLarge(attack: Attack): Attack {
  const isLarge = attack.body !== undefined && attack.body.length >= 2 ** 15;
  return isLarge && attack.expected ? { ...attack, expected: [...attack.expected, 413] } : attack;
}

/** Paths that the contract does not have. */
export function strayCalls(world: World): fc.Arbitrary<Attack> {
  const prefixes = ["", ...contract.operations.map((operation) => pathWith(operation, world.path))];
  return fc
    .tuple(fc.constantFrom(...METHODS), fc.constantFrom(...prefixes), text.chain(escaped))
    .map(([method, prefix, suffix]) => ({
      operation: "none",
      wrong: "a path that is not there",
      method,
      path: `${prefix}/${suffix}`,
      headers: { authorization: `Bearer ${world.token}` },
    }));
}
