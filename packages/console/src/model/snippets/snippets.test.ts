import { spawnSync } from "node:child_process";
import { examples } from "@model-api/models/openai/gpt-image-2/edit";
import { expect, test } from "vitest";
import { followSnippet } from "./follow.js";
import { submitSnippets } from "./submit.js";
import { uploadSnippet } from "./upload.js";

const place = {
  origin: "http://127.0.0.1:8787",
  modelId: "openai/gpt-image-2/edit",
  outputKind: "image",
} as const;
const PAGE_PROMPT = String(examples[0]?.input.prompt);

const PROMPTS: readonly (readonly [what: string, prompt: string])[] = [
  ["the page's own prompt with its apostrophes", PAGE_PROMPT],
  ["single and double quotes", `it's "quoted" 'twice' ''`],
  ["newlines and tabs", "one\ntwo\r\n\tthree\n"],
  [
    "what a shell would put something in for",
    // biome-ignore lint/suspicious/noTemplateCurlyInString: a shell is meant.
    "$HOME ${HOME} $(touch /tmp/pwned) `id` $((1+1)) ~ * ? [a] {a,b}",
  ],
  ["backslashes", "a\\ b\\\\ \\n \\' \\\" ends with \\"],
  ["a history expansion", "wow! !! !$ !-1"],
  ["what ends a command", "; rm -rf / && true || false | cat > /dev/null & # comment"],
  ["emoji and other scripts", "☕️ 👩‍🎨 кофе 咖啡 قهوة e\u0301 \u2028"],
  ["what looks like an option", "--help -x @file"],
  ["placeholders of String.replace", "$& $1 $$ $`"],
  // biome-ignore lint/suspicious/noTemplateCurlyInString: it is to stay as it is.
  ["the end of a here document and of a template", "EOF\n${`x`}\n</script>"],
];

/** What programs are given by a snippet in bash, in the words of the programs themselves. */
function runInBash(snippet: string): string[][] {
  const script = `
    say() { printf '%s\\0' "$@"; printf '\\1'; }
    curl() { say curl "$@"; }
    model-api() { say model-api "base=$RUNCOMFY_MODEL_API_BASE" "$@"; }
    ${snippet}`;
  const { stdout, stderr, status } = spawnSync("bash", ["--noprofile", "--norc", "-c", script], {
    env: { RUNCOMFY_TOKEN: "tok'en $x", PATH: process.env.PATH },
    encoding: "utf8",
  });
  expect([status, stderr]).toEqual([0, ""]);
  return stdout
    .split("\u0001")
    .slice(0, -1)
    .map((call) => call.split("\0").slice(0, -1));
}

const after = (args: readonly string[] | undefined, flag: string) => args?.[args.indexOf(flag) + 1] ?? "";

test.each(PROMPTS)("curl sends %s as it is", (_, prompt) => {
  const input = { prompt, images: ["https://example.com/a.png?x='1'&y=$2"] };
  const [call, ...more] = runInBash(submitSnippets.curl({ ...place, input }));
  expect(more).toEqual([]);
  expect(after(call, "--url")).toBe("http://127.0.0.1:8787/v1/models/openai/gpt-image-2/edit");
  expect(call).toContain("Authorization: Bearer tok'en $x");
  expect(JSON.parse(after(call, "--data"))).toEqual(input);
});

test.each(PROMPTS)("the command line is given %s as it is", (_, prompt) => {
  const input = { prompt, images: ["https://example.com/a.png"] };
  const [call] = runInBash(submitSnippets.cli({ ...place, input }));
  expect(call?.slice(0, 4)).toEqual(["model-api", "base=http://127.0.0.1:8787", "run", place.modelId]);
  expect(JSON.parse(after(call, "--input"))).toEqual(input);
});

test.each(PROMPTS)("TypeScript, React and JSON hold %s as it is", async (_, prompt) => {
  const input = { prompt, quality: "high" };
  expect(JSON.parse(submitSnippets.json({ ...place, input }))).toEqual(input);
  for (const [language, call] of [
    ["typescript", /client\.run\("[^"]+", (\{.*\})\);\nconsole/s],
    ["react", /run\((\{.*\})\);\n {2}return/s],
  ] as const) {
    const literal = call.exec(submitSnippets[language]({ ...place, input }))?.[1];
    // A literal of a snippet is code: it is read as code.
    expect(new Function(`return (${literal})`)(), language).toEqual(input);
  }
});

const hasPython = spawnSync("python3", ["--version"]).status === 0;

test.skipIf(!hasPython)("Python is given every prompt and every kind of value as it is", () => {
  const input = {
    prompts: PROMPTS.map(([, prompt]) => prompt),
    seed: 7,
    ratio: 0.5,
    safe: true,
    off: false,
    none: null,
    empty: [],
    deep: { a: [{}] },
  };
  const script = `
import json, os, sys, types
class Answer:
    def raise_for_status(self): pass
    def json(self): return {"request_id": "r"}
def post(url, headers, json):
    calls.append([url, headers, json])
    return Answer()
calls = []
sys.modules["requests"] = types.SimpleNamespace(post=post)
exec(sys.stdin.read())
print(json.dumps(calls))`;
  const { stdout, stderr } = spawnSync("python3", ["-c", script], {
    input: submitSnippets.python({ ...place, input }),
    env: { RUNCOMFY_TOKEN: "token", PATH: process.env.PATH, PYTHONIOENCODING: "utf8" },
    encoding: "utf8",
  });
  expect(stderr).toBe("");
  const [id, calls] = stdout.trim().split("\n");
  expect(id).toBe("r");
  expect(JSON.parse(calls ?? "")).toEqual([
    ["http://127.0.0.1:8787/v1/models/openai/gpt-image-2/edit", { Authorization: "Bearer token" }, input],
  ]);
});

test("a file is uploaded first by curl, and named by its path where paths are taken", () => {
  const input = { prompt: "x", images: [new File(["x"], "my 'best' $photo.png", { type: "image/png" })] };
  const [upload, submit] = runInBash(submitSnippets.curl({ ...place, input }));
  expect(after(upload, "--url")).toBe("http://127.0.0.1:8787/v1/files");
  expect(after(upload, "--data-binary")).toBe("@my 'best' $photo.png");
  expect(JSON.parse(after(submit, "--data")).images).toEqual(["<URL of my 'best' $photo.png>"]);
  const [call] = runInBash(submitSnippets.cli({ ...place, input }));
  expect(JSON.parse(after(call, "--input")).images).toEqual(["my 'best' $photo.png"]);
  expect(submitSnippets.typescript({ ...place, input })).toContain("createNodeClient");
});

test("no snippet holds a token, and each names the server", () => {
  const followed = { origin: place.origin, requestId: "abc" };
  const urls = (["curl", "python"] as const).flatMap((language) => [
    submitSnippets[language]({ ...place, input: {} }),
    followSnippet("status", language, followed),
    followSnippet("cancel", language, followed),
    uploadSnippet(language, { ...place, field: "images" }),
  ]);
  for (const code of urls) expect(code).toContain("http://127.0.0.1:8787/v1/");
  expect(runInBash(followSnippet("cancel", "curl", followed))[0]?.slice(0, 5)).toEqual([
    "curl",
    "--request",
    "POST",
    "--url",
    "http://127.0.0.1:8787/v1/requests/abc/cancel",
  ]);
});
