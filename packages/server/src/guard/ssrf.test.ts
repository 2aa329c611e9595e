import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { createMediaFetcher } from "../media/media-fetcher.js";
import { createGuardedPost } from "./guarded-post.js";
import type { Network } from "./network.js";
import { ADDRESS, type FakeInternet, fakeInternet, OTHER_SITE, SITE } from "./testing/fake-internet.js";

const PNG = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==",
  "base64",
);
const never = new AbortController().signal;
let internet: FakeInternet;
beforeAll(async () => {
  internet = await fakeInternet((_, response) => response.end(PNG));
});
beforeEach(() => internet.reset());
afterAll(() => internet.close());

interface Entry {
  readonly name: string;
  /** Lets one URL through the guard. */
  readonly reach: (url: string, allowLoopback: boolean, network?: Partial<Network>) => Promise<unknown>;
}
const ENTRIES: Entry[] = [
  {
    name: "a media input",
    reach: (url, allowLoopback, network = internet.network) =>
      createMediaFetcher({ allowLoopback }, network)(url, "image", never),
  },
  {
    name: "a webhook",
    reach: (url, allowLoopback, network = internet.network) =>
      createGuardedPost({ allowLoopback }, network)(url, { headers: {}, body: "{}" }, never),
  },
];

async function refusal(reached: Promise<unknown>): Promise<string> {
  return reached.then(
    () => "it was let through",
    (error: Error) => error.message,
  );
}

const PRIVATE = /is not a public address or the name of one; use an https: URL of a public host/;
const NO_URL = /it is not a URL; use an https: URL of a public host/;
const SCHEME = /: URLs are not fetched; use an https: URL of a public host/;
const USERINFO = /it carries a user name or a password, which are not sent/;
const PORT = /is not connected to; use port 443, or one from 1024 up/;
const NO_NAME = /its host is not a name that DNS allows/;

/** What is refused by the text of its URL alone: nothing is resolved, nothing dialled. */
const BY_TEXT: [what: string, url: string, says: RegExp][] = [
  // IPv4, by range.
  ["this host on this network", "https://0.0.0.0/", PRIVATE],
  ["the rest of 0/8", "https://0.1.2.3/", PRIVATE],
  ["loopback", "https://127.0.0.1/", PRIVATE],
  ["loopback, far up", "https://127.255.255.254/", PRIVATE],
  ["private 10/8", "https://10.0.0.1/", PRIVATE],
  ["private 172.16/12, its start", "https://172.16.0.1/", PRIVATE],
  ["private 172.16/12, its end", "https://172.31.255.255/", PRIVATE],
  ["private 192.168/16", "https://192.168.1.1/", PRIVATE],
  ["carrier-grade NAT, its start", "https://100.64.0.1/", PRIVATE],
  ["carrier-grade NAT, its end", "https://100.127.255.255/", PRIVATE],
  ["metadata of Alibaba Cloud", "https://100.100.100.200/latest/meta-data/", PRIVATE],
  ["metadata of AWS, GCP, Azure", "https://169.254.169.254/latest/meta-data/", PRIVATE],
  ["metadata of ECS tasks", "https://169.254.170.2/v2/credentials", PRIVATE],
  ["link-local", "https://169.254.0.1/", PRIVATE],
  ["metadata of Oracle Cloud", "https://192.0.0.192/opc/v2/", PRIVATE],
  ["the host agent of Azure", "https://168.63.129.16/machine", PRIVATE],
  ["benchmarks, their start", "https://198.18.0.1/", PRIVATE],
  ["benchmarks, their end", "https://198.19.255.255/", PRIVATE],
  ["documentation 192.0.2/24", "https://192.0.2.1/", PRIVATE],
  ["documentation 198.51.100/24", "https://198.51.100.1/", PRIVATE],
  ["documentation 203.0.113/24", "https://203.0.113.1/", PRIVATE],
  ["the relay of 6to4", "https://192.88.99.1/", PRIVATE],
  ["multicast, its start", "https://224.0.0.1/", PRIVATE],
  ["multicast, its end", "https://239.255.255.255/", PRIVATE],
  ["reserved 240/4", "https://240.0.0.1/", PRIVATE],
  ["broadcast", "https://255.255.255.255/", PRIVATE],
  // IPv4, spelled oddly.
  ["a decimal address", "https://2130706433/", PRIVATE],
  ["a decimal metadata address", "https://2852039166/", PRIVATE],
  ["a hexadecimal address", "https://0x7f000001/", PRIVATE],
  ["hexadecimal parts", "https://0xa9.0xfe.0xa9.0xfe/", PRIVATE],
  ["an octal address", "https://017700000001/", PRIVATE],
  ["octal parts", "https://0177.0.0.01/", PRIVATE],
  ["octal parts with more zeros", "https://000012.0.0.1/", PRIVATE],
  ["a short address of one part", "https://0/", PRIVATE],
  ["a short address of two parts", "https://127.1/", PRIVATE],
  ["a short address of three parts", "https://10.0.1/", PRIVATE],
  ["bases mixed", "https://0xa.0.0.01/", PRIVATE],
  ["an address with a dot at its end", "https://127.0.0.1./", PRIVATE],
  ["a short address with a dot at its end", "https://0x7f.1./", PRIVATE],
  ["full-width digits", "https://１２７.０.０.１/", PRIVATE],
  ["circled digits", "https://①②⑦.⓪.⓪.①/", PRIVATE],
  ["an ideographic full stop", "https://127。0。0。1/", PRIVATE],
  ["escaped digits", "https://%31%32%37.0.0.1/", PRIVATE],
  ["a soft hyphen", "https://127.0.0.\u00ad1/", PRIVATE],
  ["a tab in the address", "https://127.0\t.0.1/", PRIVATE],
  ["backslashes for slashes", "https:\\\\127.0.0.1\\@files.public.example/", PRIVATE],
  ["no slashes at all", "https:127.0.0.1/", PRIVATE],
  ["white space around", "  https://127.0.0.1/  ", PRIVATE],
  ["capital letters", "HTTPS://LOCALHOST/", PRIVATE],
  ["a part over 255", "https://127.0.0.256/", NO_URL],
  ["five parts", "https://127.0.0.0.1/", NO_URL],
  // IPv6.
  ["IPv6 loopback", "https://[::1]/", PRIVATE],
  ["IPv6 loopback, written out", "https://[0:0:0:0:0:0:0:1]/", PRIVATE],
  ["IPv6 unspecified", "https://[::]/", PRIVATE],
  ["IPv4-mapped loopback", "https://[::ffff:127.0.0.1]/", PRIVATE],
  ["IPv4-mapped metadata", "https://[::ffff:169.254.169.254]/", PRIVATE],
  ["IPv4-mapped, in hexadecimal", "https://[::ffff:a9fe:a9fe]/", PRIVATE],
  ["IPv4-mapped, private", "https://[::ffff:10.0.0.1]/", PRIVATE],
  ["IPv4-compatible loopback", "https://[::127.0.0.1]/", PRIVATE],
  ["IPv4-compatible, private", "https://[::10.0.0.1]/", PRIVATE],
  ["IPv4-compatible, public", "https://[::8.8.8.8]/", PRIVATE],
  ["IPv4-translated", "https://[::ffff:0:10.0.0.1]/", PRIVATE],
  ["NAT64", "https://[64:ff9b::10.0.0.1]/", PRIVATE],
  ["NAT64 of a public address", "https://[64:ff9b::8.8.8.8]/", PRIVATE],
  ["NAT64 of a local network", "https://[64:ff9b:1::a00:1]/", PRIVATE],
  ["6to4 of a private address", "https://[2002:a00:1::1]/", PRIVATE],
  ["6to4 of loopback", "https://[2002:7f00:1::]/", PRIVATE],
  ["Teredo", "https://[2001:0:4136:e378:8000:63bf:3fff:fdd2]/", PRIVATE],
  ["ISATAP in a public prefix", "https://[2606:4700::5efe:10.0.0.1]/", PRIVATE],
  ["ISATAP with the universal bit", "https://[2606:4700::200:5efe:10.0.0.1]/", PRIVATE],
  ["unique local fc00::/8", "https://[fc00::1]/", PRIVATE],
  ["unique local fd00::/8", "https://[fd12:3456:789a::1]/", PRIVATE],
  ["IPv6 metadata of AWS", "https://[fd00:ec2::254]/latest/meta-data/", PRIVATE],
  ["IPv6 metadata of GCP", "https://[fd20:ce::254]/", PRIVATE],
  ["IPv6 link-local", "https://[fe80::1]/", PRIVATE],
  ["IPv6 link-local with a zone", "https://[fe80::1%25eth0]/", NO_URL],
  ["a public address with a zone", "https://[2606:4700:4700::1111%25lo]/", NO_URL],
  ["IPv6 site-local", "https://[fec0::1]/", PRIVATE],
  ["IPv6 multicast", "https://[ff02::1]/", PRIVATE],
  ["IPv6 multicast, global scope", "https://[ff0e::1]/", PRIVATE],
  ["IPv6 discard", "https://[100::1]/", PRIVATE],
  ["IPv6 documentation", "https://[2001:db8::1]/", PRIVATE],
  ["IPv6 documentation, the new range", "https://[3fff::1]/", PRIVATE],
  ["IPv6 benchmarks", "https://[2001:2::1]/", PRIVATE],
  ["ORCHID", "https://[2001:20::1]/", PRIVATE],
  ["segment routing", "https://[5f00::1]/", PRIVATE],
  ["IPv6 that nobody has been given", "https://[4000::1]/", PRIVATE],
  // Names.
  ["localhost", "https://localhost/", PRIVATE],
  ["localhost with a dot at its end", "https://localhost./", PRIVATE],
  ["a name under localhost", "https://files.localhost/", PRIVATE],
  ["a name under localhost with a dot", "https://files.localhost./", PRIVATE],
  ["localhost in circled letters", "https://ⓛⓞⓒⓐⓛⓗⓞⓢⓣ/", PRIVATE],
  ["localhost over http", "http://localhost:3000/", PRIVATE],
  ["two dots at the end", `https://${SITE}../`, NO_NAME],
  ["an empty part of a name", "https://files..public.example/", NO_NAME],
  ["a name longer than DNS allows", `https://${"a.".repeat(127)}example/`, NO_NAME],
  // The rest of a URL.
  ["http to a public host", `http://${SITE}/a.png`, SCHEME],
  ["http to a public address", `http://${ADDRESS}/a.png`, SCHEME],
  ["a file", "file:///etc/passwd", SCHEME],
  ["a file on a host", "file://files.public.example/etc/passwd", SCHEME],
  ["ftp", `ftp://${SITE}/a.png`, SCHEME],
  ["gopher", "gopher://127.0.0.1:6379/_FLUSHALL", SCHEME],
  ["a script", "javascript:alert(1)", SCHEME],
  ["a blob", `blob:https://${SITE}/1`, SCHEME],
  ["a web socket", `wss://${SITE}/`, SCHEME],
  ["no scheme", `//${SITE}/a.png`, NO_URL],
  ["no URL", "a.png", NO_URL],
  ["nothing", "", NO_URL],
  ["no host", "https://", NO_URL],
  ["a user name", `https://user@${SITE}/`, USERINFO],
  ["a user name and a password", `https://user:secret@${SITE}/`, USERINFO],
  ["a password alone", `https://:secret@${SITE}/`, USERINFO],
  ["a public host as the user name of loopback", `https://${SITE}@127.0.0.1/`, PRIVATE],
  ["the port of SSH", `https://${SITE}:22/`, PORT],
  ["the port of SMTP", `https://${SITE}:25/`, PORT],
  ["the port of http", `https://${SITE}:80/`, PORT],
  ["port 0", `https://${SITE}:0/`, PORT],
  ["a port that is none", `https://${SITE}:65536/`, NO_URL],
  ["a URL without end", `https://${SITE}/${"a".repeat(9000)}`, /longer than 8192 characters/],
];

/** What is refused though loopback is allowed. */
const IN_DEVELOPMENT: [what: string, url: string, says: RegExp][] = [
  ["private addresses", "http://10.0.0.1/", PRIVATE],
  ["metadata", "http://169.254.169.254/", PRIVATE],
  ["this host on this network", "http://0.0.0.0:3000/", PRIVATE],
  ["IPv6 unspecified", "http://[::]:3000/", PRIVATE],
  ["unique local addresses", "http://[fd00::1]/", PRIVATE],
  ["IPv4-compatible loopback", "http://[::127.0.0.1]/", PRIVATE],
  ["http to a public host", `http://${SITE}/`, SCHEME],
  ["a user name on loopback", "http://user:secret@127.0.0.1/", USERINFO],
  ["port 0 of loopback", "http://127.0.0.1:0/", PORT],
  ["a file", "file:///etc/passwd", SCHEME],
];

/** What is refused by what its name resolves to: resolved once, never dialled. */
const BY_NAME: [what: string, host: string, answers: string[], allowLoopback: boolean][] = [
  ["a name that is not known", "nowhere.example", [], false],
  ["a private address", SITE, ["10.0.0.1"], false],
  ["metadata", "metadata.google.internal", ["169.254.169.254"], false],
  ["loopback", SITE, ["127.0.0.1"], false],
  ["IPv6 loopback", SITE, ["::1"], false],
  ["nothing in particular", SITE, ["0.0.0.0"], false],
  ["IPv4-mapped IPv6", SITE, ["::ffff:10.0.0.1"], false],
  ["link-local with a zone", SITE, ["fe80::1%eth0"], false],
  ["a public address with a zone", SITE, ["2606:4700:4700::1111%lo"], false],
  ["a public and a private address", SITE, [ADDRESS, "10.0.0.1"], false],
  ["a private and a public address", SITE, ["192.168.0.1", ADDRESS], false],
  ["a public address and IPv6 loopback", SITE, [ADDRESS, "::1"], false],
  ["what is no address", SITE, ["localhost"], false],
  ["loopback, in development: a public name does not lead there", SITE, ["127.0.0.1"], true],
  ["a public address, in development: localhost does not lead there", "a.localhost", [ADDRESS], true],
  ["a private address, in development, for a name under localhost", "db.localhost", ["10.0.0.1"], true],
];

describe.each(ENTRIES)("$name", ({ name, reach }) => {
  test.each(BY_TEXT)("is refused by its text: %s (%s)", async (_, url, says) => {
    expect(await refusal(reach(url, false))).toMatch(says);
    expect(internet).toMatchObject({ resolved: [], dialled: [], connections: 0 });
  });

  test.each(IN_DEVELOPMENT)("is refused in development too: %s (%s)", async (_, url, says) => {
    const message = await refusal(reach(url, true));
    expect(message).toMatch(says);
    if (says !== USERINFO && says !== PORT) expect(message).toContain("or http: on localhost");
    expect(internet).toMatchObject({ resolved: [], dialled: [], connections: 0 });
  });

  test.each(BY_NAME)(
    "is refused by what its name resolves to: %s",
    async (_, host, answers, allowLoopback) => {
      const asked = host.endsWith(".localhost") ? "localhost" : host;
      if (answers.length > 0) internet.names[asked] = [answers];
      const message = await refusal(reach(`https://${host}/a`, allowLoopback));
      expect(message).toMatch(PRIVATE);
      // The same words for a name that is private as for one that does not exist.
      expect(message.replaceAll(host, "HOST")).toBe(
        (await refusal(reach("https://nowhere.example/a", allowLoopback))).replaceAll(
          "nowhere.example",
          "HOST",
        ),
      );
      expect(internet.resolved).toEqual([asked, "nowhere.example"]);
      expect(internet).toMatchObject({ dialled: [], connections: 0 });
    },
  );

  test("an empty answer of the resolver leads nowhere", async () => {
    internet.names[SITE] = [[]];
    expect(await refusal(reach(`https://${SITE}/a`, false))).toMatch(PRIVATE);
    expect(internet.dialled).toEqual([]);
  });

  test.each<[what: string, url: string, allowLoopback: boolean, dialled: string]>([
    ["a public name", `https://${SITE}/a`, false, `${ADDRESS}:443`],
    ["a public name with a dot at its end", `https://${SITE}./a`, false, `${ADDRESS}:443`],
    ["a public name in capital letters", `https://${SITE.toUpperCase()}/a`, false, `${ADDRESS}:443`],
    ["an IPv6 address behind a name", `https://${OTHER_SITE}/a`, false, "2606:4700:4700::1111:443"],
    ["a high port", `https://${SITE}:8443/a`, false, `${ADDRESS}:8443`],
    ["a public address", `https://${ADDRESS}/a`, false, `${ADDRESS}:443`],
    ["a public name, in development", `https://${SITE}/a`, true, `${ADDRESS}:443`],
    ["loopback, in development", "http://127.0.0.1:3000/a", true, "127.0.0.1:3000"],
    ["loopback far up, in development", "http://127.9.9.9/a", true, "127.9.9.9:80"],
    ["IPv6 loopback, in development", "http://[::1]:3000/a", true, "::1:3000"],
    ["mapped loopback, in development", "http://[::ffff:127.0.0.1]:3000/a", true, "::ffff:7f00:1:3000"],
    ["localhost, in development", "http://localhost:3000/a", true, "::1,127.0.0.1:3000"],
    ["a name under localhost, in development", "http://a.localhost:3000/a", true, "::1,127.0.0.1:3000"],
  ])("is reached: %s", async (_, url, allowLoopback, dialled) => {
    internet.names.localhost = [["::1", "127.0.0.1"]];
    await reach(url, allowLoopback);
    expect(internet).toMatchObject({ dialled: [dialled], connections: 1 });
  });

  test("a name that answers differently the second time gains nothing: it is asked once", async () => {
    internet.names[SITE] = [[ADDRESS], ["169.254.169.254"]];
    await reach(`https://${SITE}/a`, false);
    expect(internet).toMatchObject({ resolved: [SITE], dialled: [`${ADDRESS}:443`] });
    // The next call asks again, and checks again.
    expect(await refusal(reach(`https://${SITE}/a`, false))).toMatch(PRIVATE);
    expect(internet).toMatchObject({ resolved: [SITE, SITE], dialled: [`${ADDRESS}:443`], connections: 1 });
  });

  test("what is refused is told without the secrets of its URL", async () => {
    const secret = "s3cr3t";
    for (const url of [
      `https://user:${secret}@${SITE}/a`,
      `https://${secret}@10.0.0.1/a`,
      `http://${SITE}/a?signature=${secret}`,
      `https://10.0.0.1/a?x=1&signature=${secret}#${secret}`,
      `https://user:${secret}@${SITE}:bad/`,
      `https://us?er:${secret}@${SITE}:bad/`,
      `//${SITE}/a?signature=${secret}`,
      `ftp://user:${secret}@${SITE}/`,
      `javascript:${secret}`,
      `https://10.0.0.1/hooks/0123456789abcdef${secret}`,
    ]) {
      const error = await reach(url, false).then(
        () => undefined,
        (reason) => reason,
      );
      expect(error, url).toBeInstanceOf(Error);
      for (let told = error; told; told = told.cause) {
        expect(`${told.message} ${JSON.stringify(told)}`, url).not.toContain(secret);
        if (name === "a media input" && told === error) expect(told.message).toMatch(/^The image .*\.$/);
      }
    }
  });
});

describe("on the system's own network", () => {
  let server: Server;
  let connections = 0;
  let port = 0;
  beforeAll(async () => {
    server = createServer((_, response) => response.end(PNG)).on("connection", () => connections++);
    await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
    port = (server.address() as AddressInfo).port;
  });
  beforeEach(() => {
    connections = 0;
  });
  afterAll(() => void server.close());

  const SPELLINGS = [
    "127.0.0.1",
    "127.1",
    "2130706433",
    "0x7f000001",
    "017700000001",
    "127.0.0.1.",
    "localhost",
    "localhost.",
    "a.localhost",
    "0.0.0.0",
    "0",
    "[::ffff:127.0.0.1]",
    "[::ffff:7f00:1]",
    "[::127.0.0.1]",
    "[64:ff9b::127.0.0.1]",
    "127.0.0.2",
  ];
  const SCHEMES = ["http", "https"];
  test.each(
    ENTRIES.flatMap(({ name, reach }) =>
      SCHEMES.flatMap((scheme) => SPELLINGS.map((host) => ({ name, reach, scheme, host }))),
    ),
  )("$name at $scheme://$host is refused before a connection", async ({ reach, scheme, host }) => {
    expect(await refusal(reach(`${scheme}://${host}:${port}/`, false, {}))).toMatch(PRIVATE);
    expect(connections).toBe(0);
  });

  test.each(ENTRIES)("$name on loopback is reached in development", async ({ reach }) => {
    await reach(`http://127.0.0.1:${port}/`, true, {});
    await reach(`http://localhost:${port}/`, true, {});
    expect(connections).toBe(2);
  });

  test.each(ENTRIES)("$name connects to what was checked, and asks nobody else", async ({ reach }) => {
    let asked = 0;
    const resolve = async () => {
      // The second answer would lead to where nothing listens.
      return [{ address: asked++ === 0 ? "127.0.0.1" : "127.0.0.2", family: 4 }];
    };
    await reach(`http://localhost:${port}/`, true, { resolve });
    expect({ asked, connections }).toEqual({ asked: 1, connections: 1 });
  });

  test.each(ENTRIES)("$name goes on to the next address where one does not answer", async ({ reach }) => {
    const resolve = async () => [
      { address: "::1", family: 6 },
      { address: "127.0.0.1", family: 4 },
    ];
    await reach(`http://localhost:${port}/`, true, { resolve });
    expect(connections).toBe(1);
  });

  test.each(ENTRIES)(
    "$name that nothing listens to is told, without a resolver's or socket's words",
    async ({ reach }) => {
      const message = await refusal(reach("http://127.0.0.1:9/", true, {}));
      expect(message).toMatch(/no connection to 127\.0\.0\.1:9 could be made/);
      expect(message).not.toMatch(/ECONN|connect /);
    },
  );
});

test("the table has every case", () => {
  expect(BY_TEXT.length + IN_DEVELOPMENT.length + BY_NAME.length).toBeGreaterThanOrEqual(80);
});
