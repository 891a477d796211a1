/** Values for a template's parameters. */
export type Parameters = Readonly<Record<string, string | number>>;

/** A template with its parameters filled in; one that isn't given stays as `{name}`. */
export function fillTemplate(template: string, parameters: Parameters): string {
	return template.replace(/\{(\w+)\}/g, (whole, name: string) => String(parameters[name] ?? whole));
}
