/** The colours that have a name: CSS's own, those that people use besides, and the Russian ones. */

import cssNames from "color-name";

export type Rgb = readonly [number, number, number];

/** Beside CSS's own; two words are written as one, as CSS does. */
const ENGLISH: Readonly<Record<string, string>> = {
  amber: "ffbf00",
  apricot: "fbceb1",
  aubergine: "3d0c3b",
  babyblue: "89cff0",
  babypink: "f4c2c2",
  blush: "f3d3d1",
  bottlegreen: "006a4e",
  brick: "9c3b2e",
  bronze: "a97142",
  burgundy: "6d1a36",
  burntorange: "cc5500",
  camel: "c19a6b",
  caramel: "c68e4f",
  cerulean: "2a7fb8",
  champagne: "f2e2c4",
  charcoal: "36393f",
  cherry: "a5122a",
  cobalt: "0047ab",
  copper: "b4703c",
  cream: "fbf3df",
  duckegg: "c3dfd8",
  dustyrose: "cfa1a1",
  ecru: "ddd1b5",
  electricblue: "1f51ff",
  emerald: "2e9e6b",
  graphite: "3b3d42",
  jade: "00a36c",
  lemon: "fff26b",
  lilac: "c8a2c8",
  mint: "b5ead0",
  mauve: "b784a7",
  mulberry: "8e4585",
  mustard: "d9a62e",
  navyblue: "000080",
  nude: "e8cdb9",
  ochre: "c8862b",
  "off-white": "faf9f4",
  offwhite: "faf9f4",
  oxblood: "5b1a1a",
  peach: "ffcfb3",
  petrol: "155b6c",
  pistachio: "bcd99b",
  powderpink: "f2d1d6",
  rose: "e88ca0",
  rosegold: "d9a394",
  ruby: "9b111e",
  rust: "ad4a25",
  sage: "a9b89a",
  sand: "dfcaa4",
  sapphire: "0f52ba",
  scarlet: "d8231f",
  taupe: "8f8175",
  terracotta: "c8654a",
  ultramarine: "2b3fbb",
  vanilla: "f6ebc8",
  wine: "722f37",
};

/** Words that CSS has for colours and people for things: a colour only where they stand like one. */
const THINGS = new Set(
  (
    "snow wheat tomato chocolate peru linen seashell salmon orchid plum thistle coral lime rose cherry lemon sand peach wine brick rust jade " +
    "ruby caramel mint champagne copper bronze gold silver ivory pistachio vanilla cream camel sage amber"
  ).split(" "),
);

/** Stems and the colours that they stand for; an adjective's endings follow. */
const RUSSIAN: Readonly<Record<string, string>> = {
  бел: "ffffff",
  черн: "000000",
  сер: "808080",
  красн: "e02020",
  ал: "e3202b",
  син: "1f3fbf",
  голуб: "8ec9ee",
  зелен: "2e9b4a",
  салатов: "a4dd5c",
  желт: "ffe02e",
  оранжев: "ff8c1a",
  фиолетов: "7b3fb5",
  розов: "ffb3c6",
  коричнев: "7a4a2a",
  бежев: "f0e3cb",
  бордов: "6d1a36",
  золот: "d4af37",
  золотист: "dfbe5b",
  серебрян: "c0c0c0",
  серебрист: "c9cbd0",
  бирюзов: "40cfc4",
  лилов: "b78fd6",
  сиренев: "c8a2c8",
  мятн: "b5ead0",
  персиков: "ffcfb3",
  изумрудн: "2e9e6b",
  оливков: "808000",
  малинов: "d1225b",
  вишнев: "7d1128",
  песочн: "dfcaa4",
  кремов: "fbf3df",
  лавандов: "d5c9ee",
  терракотов: "c8654a",
  горчичн: "d9a62e",
  графитов: "3b3d42",
  шоколадн: "5c3317",
  лимонн: "fff26b",
  кораллов: "ff7f50",
  пурпурн: "95146f",
  молочн: "faf6ec",
  васильков: "5b7fe0",
  багров: "8e1022",
  янтарн: "ffbf00",
  медн: "b4703c",
  пудров: "ecd0cb",
  ультрамаринов: "2b3fbb",
  кобальтов: "0047ab",
  лазурн: "3fa9f5",
  небесн: "8ec9ee",
  рубинов: "9b111e",
  сапфиров: "0f52ba",
  фисташков: "bcd99b",
  охрист: "c8862b",
  винн: "722f37",
  кирпичн: "9c3b2e",
  рыж: "c96a2b",
  кофейн: "6b4a35",
  угольн: "2c2e33",
  телесн: "e8cdb9",
  аквамаринов: "7fffd4",
};

const RUSSIAN_NOUNS: Readonly<Record<string, string>> = {
  хаки: "6b6b3a",
  беж: "f0e3cb",
  фуксия: "e0218a",
  бордо: "6d1a36",
  индиго: "4b0082",
  золото: "d4af37",
  серебро: "c0c0c0",
  марсала: "8c4a4c",
  айвори: "fbf6e6",
  электрик: "1f51ff",
};

const ENDINGS = new Set(
  "ый ий ой ая яя ое ее ые ие ого его ому ему ым им ом ем ую юю ою ею ых их ыми ими о е".split(" "),
);

export interface Colour {
  readonly rgb: Rgb;
  /** The word names a thing as well. */
  readonly thing: boolean;
}

/** A word, or two words written as one, in lower case; nothing when it names no colour. */
export function colourNamed(word: string): Colour | undefined {
  const known = lookUp(word);
  return known && { rgb: known, thing: THINGS.has(word) };
}

function lookUp(word: string): Rgb | undefined {
  if (Object.hasOwn(ENGLISH, word)) return fromHex(ENGLISH[word] ?? "");
  const css = (cssNames as Readonly<Record<string, Rgb>>)[word];
  if (css && Object.hasOwn(cssNames, word)) return css;
  if (Object.hasOwn(RUSSIAN_NOUNS, word)) return fromHex(RUSSIAN_NOUNS[word] ?? "");
  for (let length = word.length - 1; length >= Math.max(2, word.length - 3); length--) {
    const stem = word.slice(0, length);
    if (ENDINGS.has(word.slice(length)) && Object.hasOwn(RUSSIAN, stem)) return fromHex(RUSSIAN[stem] ?? "");
  }
  return undefined;
}

/** `#fff`, `#1a2b3c`, with or without alpha, which is dropped; `rgb(1, 2, 3)`. */
export function colourWritten(text: string): Rgb | undefined {
  const numbers = /^rgb\(\D*(\d+)\D+(\d+)\D+(\d+)\D*\)$/i.exec(text);
  if (numbers) {
    const rgb = numbers.slice(1).map(Number) as unknown as Rgb;
    return rgb.every((channel) => channel <= 255) ? rgb : undefined;
  }
  const digits = text.slice(1);
  if (digits.length === 3 || digits.length === 4) {
    return fromHex([...digits.slice(0, 3)].map((digit) => digit + digit).join(""));
  }
  return digits.length === 6 || digits.length === 8 ? fromHex(digits.slice(0, 6)) : undefined;
}

function fromHex(digits: string): Rgb {
  const value = Number.parseInt(digits, 16);
  return [value >> 16, (value >> 8) & 255, value & 255];
}
