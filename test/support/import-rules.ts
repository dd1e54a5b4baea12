/** A source file as the rules see it: paths are relative to the repository, packages by name. */
export interface Module {
  file: string;
  text: string;
  imports: readonly { path: string; typeOnly: boolean }[];
}

/** Left may be imported by right, never the other way round. */
const order = [
  "kernel",
  "data",
  "access",
  "clients",
  "testing",
  "assessment",
  "messaging",
  "monitoring",
  "guidance",
  "education",
  "exchange",
  "loop",
];

const contextOf = (path: string): string | undefined => path.match(/^shared\/([^/]+)\//)?.[1];
const functionOf = (path: string): string | undefined => path.match(/^functions\/([^/]+)\//)?.[1];
const underneath = new Set(["kernel", "data", "access"]);
const isHome = (file: string): boolean =>
  /^functions\/(local|cloud)\//.test(file) ||
  /^functions\/\w+\/handler\.ts$/.test(file) ||
  file === "functions/build.ts";

/** A context is entered by its verbs, or by its schemas alone. */
const isGate = (context: string, path: string): boolean =>
  path === `shared/${context}/index.ts` || path === `shared/${context}/schemas.ts`;

/** Every rule a module breaks, each as one sentence. */
export function forbidden(module: Module, all: readonly Module[]): string[] {
  const { file, text, imports } = module;
  const broken: string[] = [];
  for (const { path, typeOnly } of imports) {
    const says = refusal(file, path, typeOnly);
    if (says) broken.push(`${file} → ${path}: ${says}`);
  }
  if (!isHome(file) && !/^shared\/kernel\/(time|ids)\.ts$/.test(file) && !file.startsWith("infra/"))
    for (const used of [/\bprocess\.env\b/, /\bnew Date\(\)/, /\bDate\.now\(\)/, /\bMath\.random\(\)/])
      if (used.test(text)) broken.push(`${file}: ${used.source} belongs to a home`);
  const circle = circleFrom(module, all);
  if (circle) broken.push(`${file}: imports itself by way of ${circle}`);
  return broken;
}

function refusal(file: string, path: string, typeOnly: boolean): string | undefined {
  const [from, to] = [contextOf(file), contextOf(path)];
  if (path.startsWith("test/")) return "the product does not need its tests";
  if (path.startsWith("infra/") && !file.startsWith("infra/")) return "nobody imports infra";
  if (path.startsWith("@aws-sdk/") && !file.startsWith("shared/data/") && !isHome(file))
    return "AWS is spoken to by homes and the data layer";
  if (
    (path === "hono" || path.startsWith("hono/") || path.startsWith("@hono/")) &&
    !/^functions\/(api|web|fhir|cloud|local)\//.test(file)
  )
    return "HTTP belongs to the doors";
  if (file.startsWith("infra/")) {
    const own = path.startsWith("shared/") || path.startsWith("functions/");
    return own && path !== "shared/data/table.ts"
      ? "infra knows the tables and nothing else of ours"
      : undefined;
  }
  if (from) return acrossContexts(from, to, path, typeOnly);
  if (file.startsWith("functions/")) return fromFunction(file, path, to);
  return undefined;
}

function acrossContexts(
  from: string,
  to: string | undefined,
  path: string,
  typeOnly: boolean,
): string | undefined {
  if (path.startsWith("functions/")) return "contexts do not know functions";
  if (!to || to === from) return undefined;
  if (from === "kernel" && path === "shared/data/client.ts" && typeOnly) return undefined;
  if (order.indexOf(to) < 0 || order.indexOf(to) > order.indexOf(from))
    return "a context imports only those to its left";
  if (!underneath.has(to) && !isGate(to, path)) return "another context is entered by its gate";
  return undefined;
}

function fromFunction(file: string, path: string, to: string | undefined): string | undefined {
  const [own, other] = [functionOf(file), functionOf(path)];
  if (other && other !== own && own !== "local" && other !== "cloud" && file !== "functions/build.ts")
    return "a function does not import another";
  if (other === "cloud" && !isHome(file)) return "the cloud's home is for handlers";
  if (to && !underneath.has(to) && !isGate(to, path)) return "a context is entered by its gate";
  return undefined;
}

/** The first way a module leads back to itself, through imports that run. */
function circleFrom(start: Module, all: readonly Module[]): string | undefined {
  const byFile = new Map(all.map((module) => [module.file, module]));
  const seen = new Set<string>();
  const walk = (module: Module): string | undefined => {
    for (const { path, typeOnly } of module.imports) {
      if (typeOnly) continue;
      if (path === start.file) return module.file;
      const next = byFile.get(path);
      if (!next || seen.has(path)) continue;
      seen.add(path);
      const found = walk(next);
      if (found) return found;
    }
    return undefined;
  };
  return walk(start);
}
