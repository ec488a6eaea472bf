/** Pages by path. The service answers the same index.html for each. */
export const pages = [
  { path: "/schedules", name: "Schedules", key: "s", open: "schedules" },
  { path: "/routes", name: "Routes", key: "r", open: "routes" },
  { path: "/sensors", name: "Sensors", key: "e", open: "sensors" },
] as const;

export type PagePath = (typeof pages)[number]["path"];

/** The page of an address; an unknown one is Schedules. */
export function pageOf(pathname: string): PagePath {
  return pages.find((page) => page.path === pathname)?.path ?? "/schedules";
}

/** What the address selects (`?sel=`), or null. */
export function selectionOf(search: string): string | null {
  return new URLSearchParams(search).get("sel");
}

export function addressOf(path: string, selected: string | null | undefined): string {
  return selected ? `${path}?sel=${encodeURIComponent(selected)}` : path;
}
