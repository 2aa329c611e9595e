/** What English words may mean. A word may stand in several lists; what it means is decided where it stands. */

/** Lists are separated by spaces; a hyphenated or open expression belongs into `phrases.ts`. */
export const ENGLISH = {
  // What a sentence is held together by.
  filler: `
    a an the this that these those it its it's them they there is are be been being was were which who will would should shall can could
    may might must i i'd i'll we you your my our their his her please kindly me us just also then so very really now here thing things something
    like look looks looking feel have has having want wants wanted need needs needed get got let do does if possible way by for at about into
    onto upon around some any own entire entirely whole completely fully exactly exact overall only all out up off down bit while when where
    more both each every
  `,
  and: "and plus & as then but",
  or: "or nor",
  with: "with featuring having",
  on: "on onto upon against over",
  of: "of",
  from: "from",
  to: "to into",
  in: "in inside within",
  as: "as",
  not: "no not don't dont never without n't doesn't avoid cannot can't won't",

  // Verbs.
  change: `
    turn change replace swap make put place set convert render use give transform switch create generate produce edit alter modify have let
    apply adjust do bring show position
  `,
  makes: "make turn render convert transform set change do give look get keep",
  replace: "replace swap change switch substitute",
  put: "put place position set move paste drop insert show add lay combine",
  use: "use take set make",
  add: "add put place insert overlay write draw include set show apply print append type stamp create display render make give use center centre position",
  remove: "remove delete erase eliminate scrub",
  cutout: "isolate extract cutout",
  /** Room that is to stay free: not something that stays as it is. */
  room: "space room margin margins gap breathing",
  except: "except excluding apart but",
  keep: "keep keeping preserve preserving retain retaining maintain maintaining leave leaving",
  touch:
    "change changing alter altering touch touching modify modifying move moving edit editing affect affecting shift replace",
  unchanged: "unchanged intact same untouched identical original unaltered",
  /** Begins an instruction of its own after a comma or an "and". */
  imperative: `
    add put write insert overlay keep preserve retain maintain leave make turn change replace swap remove delete erase apply convert render
    draw set give use place show create print blur brighten darken lighten sharpen rotate flip mirror crop desaturate saturate increase
    decrease reduce boost enhance improve fix restore paint recolor recolour repaint resize enlarge upscale zoom move straighten combine merge arrange
    stack isolate extract adjust include display generate extend expand smooth retouch whiten align dress animate cut soften tilt transform
  `,
  keeping: "keeping preserving retaining maintaining leaving",

  // Things of a picture.
  background: "background backgrounds backdrop backdrops bg",
  studio: "studio sweep cyclorama cyc infinity cove seamless",
  subject: `
    subject subjects product products person people object objects foreground item model man woman girl boy child kid baby figure cup mug
    bottle shoe shoes sneaker sneakers bag handbag backpack watch dog cat pet animal bird horse car bike bicycle chair table sofa lamp vase plant flower flowers phone
    laptop headphones ring necklace jewelry jewellery perfume jar box package packaging can glass bowl plate cake burger pizza coffee food dish
    dress shirt t-shirt tshirt jacket hat book toy camera guitar couple guy lady portrait character main
  `,
  /** Parts of a subject: they can be kept, and not adjusted by themselves. */
  part: "face faces hair eyes eye skin teeth smile lips hand hands pose identity logo logos",
  picture:
    "image images picture pictures photo photos photograph photographs pic pics shot shots input inputs snapshot",
  everything:
    "everything rest else scene canvas composition lighting colors colours tones color colour tone palette mood atmosphere",
  headline: "headline headlines heading headings title titles slogan slogans header",
  caption:
    "caption captions subtitle subtitles tagline taglines subheading subheadings subheadline subhead footer subtext watermark",
  label: "label labels tag tags badge badges sticker stickers stamp",
  writing:
    "text texts words word lettering typography inscription copy phrase letters message quote name price date website hashtag",
  says: "reads reading read says saying say write writes written writing spells spelling spelled stating states titled called",
  shadow: "shadow shadows",
  frame: "frame frames border borders framed bordered outline edging passepartout",
  place: "corner corners side edge edges area part half third hand region section",
  middleplace: "middle center centre",

  // Where.
  top: "top upper topmost uppermost",
  bottom: "bottom lower bottommost",
  above: "above over",
  below: "below beneath underneath under",
  left: "left lefthand leftmost",
  right: "right righthand rightmost",
  centre: "center centre middle",
  centred: "centered centred centrally centering",
  across: "across along over",

  // How.
  bold: "bold heavy thick fat extrabold semibold",
  lightweight: "light thin",
  regular: "regular normal medium",
  small: "small little tiny smaller discreet modest",
  large: "large big huge giant oversized massive enormous larger bigger great",
  thin: "thin slim narrow fine hairline small light",
  thick: "thick wide heavy bold chunky broad large big",
  mediumwidth: "medium",
  slight:
    "slightly slight subtle subtly gently gentle somewhat mildly mild little bit touch tad softly faintly hint minor marginally moderate",
  strong:
    "strongly strong much lot heavily heavy significantly dramatically dramatic very super extreme extremely greatly considerably intense intensely way far really high max maximum hugely",
  medium: "moderately moderate medium",
  up: "more increase increased increasing raise raised raising boost boosted boosting add higher up enhance enhanced improve improved stronger high extra bump greater pump intensify strong lift",
  down: "less decrease decreased decreasing reduce reduced reducing lower lowered down cut drop weaker low lessen soften minimize minimise dial",

  // Modifiers of a colour.
  darkmod: "dark darker",
  lightmod: "light lighter bright",
  palemod: "pale soft whitish faint dusty powder powdery baby",
  pastelmod: "pastel",
  deepmod: "deep rich royal",
  vividmod: "vivid neon electric hot intense bright saturated vibrant",
  plainmod:
    "plain solid pure flat uniform simple single clean matte muted warm cool neutral warm-toned medium",

  // Backgrounds.
  gradient: "gradient gradients fade fading ombre transition transitioning",
  blur: "blur blurred blurry blurring bokeh defocused defocus defocussed unfocused blurs shallow",
  transparent: "transparent transparency alpha",
  radial: "radial circular",
  diagonal: "diagonal diagonally",
  horizontal: "horizontal horizontally sideways",
  vertical: "vertical vertically",
  backgroundmanner: `
    bright light minimal minimalist minimalistic clean simple plain neutral soft softly smooth empty pure solid subtle gentle gently evenly
    lit fading style styled wall floor instead completely entire whole curve current existing original one professional product new different paper
    behind fully flat uniform color colour colors colours colored coloured shade tone full seamless studio setup surface setting screen tones modern photography ecommerce e-commerce commercial catalog catalogue even
  `,
  lightbackground: "bright light minimal minimalist minimalistic neutral clean",
  darkbackground: "dark",

  // Texts.
  legible: "legible readable visible contrasting clear clearly",
  textmanner: `
    clean simple modern sans serifless grotesque font fonts typeface type letters letter high strong legible readable horizontally
    exact exactly image picture photo contrast design poster same separate line style above over across color colour colored coloured size sized text texts words weight weighted against place placed saying aligned prominent
    prominently elegant aligning space area ink lettering typography graphic position positioned set written one two three another second main neat crisp headline title overlay shot bar
  `,

  // Shadows.
  shadowmanner: `
    gentle soft subtle light slight natural realistic faint delicate diffuse diffused small floor contact ground drop beneath under underneath
    below subject product object person cast add make create grounding cup it nice little some bottom item at behind its keep have
  `,

  // Tone.
  brighten: "brighten brightening lighten lightening brighter lighter brightened lightened",
  brightadjective: "bright",
  darken: "darken darkening darker dim dimmer darkened",
  darkadjective: "dark",
  brightness: "brightness exposure luminance light",
  contrast: "contrast contrasts",
  contrasty: "contrasty punchy punchier contrastier",
  saturation: "saturation vibrance vividness vibrancy",
  saturate: "saturate saturated vivid vibrant colorful colourful vivider saturating",
  desaturate: "desaturate desaturated muted desaturating",
  warm: "warm warmer warming warmed",
  cool: "cool cooler colder cold cooling bluish",
  warmth: "warmth temperature",
  greyscale: "grayscale greyscale monochrome monochromatic bw noir",
  sepia: "sepia",
  sharpen: "sharpen sharper sharp sharpening crisp crisper sharpened",
  sharpness: "sharpness clarity",
  soften: "soften soft-focus",

  // Shape.
  rotate: "rotate rotated rotating rotation spin tilt turn",
  flip: "flip flipped flipping mirror mirrored mirroring reflect reflected",
  crop: "crop cropped cropping trim",
  square: "square squared",
  portraitformat: "portrait",
  landscapeformat: "landscape widescreen",
  clockwise: "clockwise cw rightwards",
  counterclockwise: "counterclockwise anticlockwise ccw",
  degrees: "degrees degree deg °",
  ratio: "ratio aspect format proportions ratios shape size",

  // Several pictures.
  stack: "stack stacked stacking",
  grid: "grid collage mosaic moodboard montage contact-sheet tiles tiled",
  inset: "inset thumbnail insert pip",
  columns: "columns column",
  rows: "rows row",
  next: "next beside alongside",
  combine: "combine merge join arrange lay compose blend assemble put place",
  both: "both all every",
  last: "last",
  framing:
    "framing placement position size scale composition crop layout move location orientation perspective angle dimensions proportions",

  percent: "% percent percents",
  pixels: "px pixel pixels",
} as const;

export type Concept = keyof typeof ENGLISH | PhraseConcept;

/** Concepts that only fixed expressions have. */
export type PhraseConcept = "sidebyside" | "upsidedown" | "behind" | "look";
