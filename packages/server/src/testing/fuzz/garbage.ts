import fc from "fast-check";

/** Texts that have broken servers before. */
const INFAMOUS = [
  "",
  " ",
  ".",
  "..",
  "...",
  "../..",
  "..\\..",
  "/",
  "//",
  "\\",
  "~",
  "*",
  "%",
  "%zz",
  "%2",
  "%00",
  "%2e%2e",
  "%252e%252e",
  "%2F",
  "%5C",
  "%0d%0a",
  "%c0%af",
  "%ed%a0%80",
  "%ff%fe",
  "\0",
  "a\0b",
  "\n",
  "\r\nx-injected: 1",
  "\u2028",
  "\u202e",
  "\ufeff",
  "\ufffd",
  "\ud800",
  "😀",
  "e\u0301",
  "ﬀ",
  "İ",
  "null",
  "undefined",
  "true",
  "NaN",
  "Infinity",
  "-1",
  "0",
  "1e400",
  "9007199254740993",
  "0x10",
  "1_000",
  "١",
  "__proto__",
  "constructor",
  "prototype",
  "toString",
  "hasOwnProperty",
  "[object Object]",
  "' OR '1'='1",
  '"; DROP TABLE requests; --',
  "' UNION SELECT token FROM keys --",
  "{{7*7}}",
  "$(id)",
  "`id`",
  "<script>alert(1)</script>",
  "file:///etc/passwd",
  "C:\\Windows",
  "CON",
  "a;b",
  "a=b&c=d",
  "a?b",
  "a#b",
  "a,b",
  "(a+)+$",
];

const unit = fc.constantFrom(..."abzAZ019._-/%+ &=?#\\\"'<>{}[]\0\n\t\u00e9\u4e2d😀\ud83d\udc00");

/** Any text, with a liking for what has broken servers before. */
export const text: fc.Arbitrary<string> = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...INFAMOUS) },
  { weight: 2, arbitrary: fc.array(unit, { maxLength: 24 }).map((units) => units.join("")) },
  { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 40 }) },
  { weight: 1, arbitrary: long(fc.constantFrom("a", "a/", ".", "%41", "/.", "é", "😀", "\0")) },
);

/** A short unit, again and again. */
export function long(of: fc.Arbitrary<string>): fc.Arbitrary<string> {
  return fc.tuple(of, fc.constantFrom(100, 129, 257, 5000)).map(([piece, times]) => piece.repeat(times));
}

/** Text that can stand in a header, as `Headers` has it: Latin-1 without line breaks and NULs. */
export const headerText: fc.Arbitrary<string> = fc.oneof(
  text.map((value) => value.replace(/[\0\r\n]|[^\0-\xff]/g, "?")),
  fc.constantFrom(",", ";", "=", '"', '"\\"', ",,,,", "\t", "é", "\x01", "\x7f", "a, b", "*/*", "q=0"),
);

/** How a text may be written in a path or a query: as it is, escaped, or escaped twice. */
export function escaped(value: string): fc.Arbitrary<string> {
  const wellFormed = Buffer.from(value).toString();
  const once = encodeURIComponent(wellFormed);
  return fc.constantFrom(value, once, encodeURIComponent(once), once.toLowerCase());
}
