/** What this browser remembers: theme and the name put under acknowledgements. */
export type Theme = "auto" | "light" | "dark";

const themeKey = "gemba.theme";
const nameKey = "gemba.name";

export function theme(): Theme {
  const stored = localStorage.getItem(themeKey);
  return stored === "light" || stored === "dark" ? stored : "auto";
}

export function setTheme(value: Theme): void {
  localStorage.setItem(themeKey, value);
  applyTheme();
}

export function applyTheme(): void {
  const value = theme();
  if (value === "auto") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = value;
}

export function userName(): string {
  return localStorage.getItem(nameKey) || "Console";
}

export function setUserName(value: string): void {
  localStorage.setItem(nameKey, value.trim());
}

/** `AH` of `Anke Hendriks`. */
export function initials(name: string): string {
  const letters = name.split(/\s+/).flatMap((word) => (word[0] ? [word[0].toUpperCase()] : []));
  return (letters[0] ?? "?") + (letters.length > 1 ? letters[letters.length - 1] : "");
}
