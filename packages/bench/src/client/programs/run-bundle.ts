/** Runs a model through a bundled program. usage: run-bundle FILE URL; prints the result. */
import { pathToFileURL } from "node:url";

interface SmallProgram {
  run(token: string, image: string, prompt: string): Promise<unknown>;
}

const [file = "", url] = process.argv.slice(2);
const { fetch } = globalThis;
// The program knows only the hosted service; every call is led to ours.
globalThis.fetch = async (input, init) => {
  const request = new Request(input, init);
  const { pathname, search } = new URL(request.url);
  return fetch(new Request(new URL(pathname + search, url), request));
};
const program = (await import(pathToFileURL(file).href)) as SmallProgram;
console.log(JSON.stringify(await program.run("token", "https://example.com/in.png", "a cup")));
process.exit();
