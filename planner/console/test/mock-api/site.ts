/** A made-up morning for looking at the pages: 30 towns around Venlo, 26 people, 6 vans, 8 machines. Test only. */
export const towns: [string, number, number][] = [
  ["Venray", 51.525, 5.975], ["Boxmeer", 51.646, 5.947], ["Nijmegen", 51.842, 5.852], ["Kleve", 51.789, 6.138],
  ["Goch", 51.676, 6.16], ["Krefeld", 51.338, 6.585], ["Düsseldorf", 51.227, 6.773], ["Wuppertal", 51.256, 7.15],
  ["Leverkusen", 51.033, 6.988], ["Neuss", 51.198, 6.692], ["Mönchengladbach", 51.18, 6.442], ["Erkelenz", 51.08, 6.315],
  ["Düren", 50.804, 6.483], ["Aachen", 50.776, 6.084], ["Heinsberg", 51.063, 6.096], ["Roermond", 51.194, 5.987],
  ["Sittard", 51, 5.87], ["Maastricht", 50.851, 5.691], ["Hasselt", 50.931, 5.338], ["Genk", 50.965, 5.5],
  ["Lommel", 51.231, 5.313], ["Turnhout", 51.323, 4.944], ["Tilburg", 51.56, 5.083], ["Eindhoven", 51.441, 5.478],
  ["Geldern", 51.519, 6.325], ["Wesel", 51.659, 6.62], ["Oberhausen", 51.47, 6.852], ["Essen", 51.456, 7.012],
  ["Duisburg", 51.435, 6.762], ["Moers", 51.452, 6.626],
];

const names = [
  "Anna Janssen", "Bram de Vries", "Elif Kaya", "Femke Smits", "Georg Heinen", "Hanna Vogel", "Ivo Claes", "Jana Krüger", "Lena Hermans",
  "Nina Schmitz", "Daan Peeters", "Petra Küppers", "Quinten Maes", "Rosa Willems", "Sven Brandt", "Vera Thijssen", "Yara Simons", "Zoë Mertens",
  "Kees van Dijk", "Cem Yildiz", "Uwe Lenzen", "Marek Nowak", "Tess Verhoeven", "Wout Jacobs", "Omar El Idrissi", "Jonas Weber",
];

export const people = names.map((name, i) => ({
  id: `p${i + 1}`,
  name,
  place: i < 10 ? "plant" : "warehouse",
  skills: i < 10 ? (i % 3 === 0 ? ["produce", "pack"] : ["produce"]) : i < 18 ? ["pick", ...(i % 2 ? ["pack"] : [])] : ["drive"],
  contractHours: 38,
}));

const kinds: [string, string, number, number, number][] = [
  ["pressure", "bar", 2.4, 3.8, 3.4],
  ["flow", "l/min", 20, 60, 42],
  ["current", "A", 4, 20, 11.5],
  ["temperature", "°C", 2, 12, 6],
  ["vibration", "mm/s", 0, 7, 2],
];

export const machines = ["Cooker 1", "Filler 1", "Sealer 1", "Packer 1", "Mixer 2", "Filler 2", "Sealer 2", "Packer 2"].map((name, i) => {
  const id = name.toLowerCase().replace(" ", "-");
  const sensors = kinds.map(([kind, unit, minimum, maximum, mean]) => ({
    id: `${id}/${kind}`,
    name: kind.charAt(0).toUpperCase() + kind.slice(1),
    unit,
    minimum,
    maximum,
    calibrationDue: null,
    mean,
  }));
  return { id, name, line: i < 4 ? "line-1" : "line-2", sensors };
});

export const shifts = [
  { code: "E", name: "Early", start: "06:00", end: "14:00" },
  { code: "M", name: "Middle", start: "09:00", end: "17:30" },
  { code: "L", name: "Late", start: "14:00", end: "22:00" },
  { code: "V", name: "Van", start: "05:30", end: "14:00" },
];

export const vehicles = [1, 2, 3, 4, 5, 6].map((n) => ({ id: `van-${n}`, name: `Van ${n}`, depot: "warehouse" }));

export const zone = "Europe/Amsterdam";

export const site = {
  id: "demo",
  name: "Venlo",
  currency: "EUR",
  zone,
  places: [
    { id: "plant", name: "Venlo plant", kind: "PLANT", latitude: 51.375, longitude: 6.16 },
    { id: "warehouse", name: "Venlo", kind: "WAREHOUSE", latitude: 51.37, longitude: 6.172 },
    ...towns.map(([name, latitude, longitude], i) => ({ id: `s${i + 1}`, name, kind: "STORE", latitude, longitude })),
  ],
  lines: [],
  machines,
  people,
  shifts,
  vehicles,
  items: [
    { id: "hummus-classic", name: "Hummus classic" },
    { id: "tomato-soup", name: "Tomato soup" },
  ],
};
