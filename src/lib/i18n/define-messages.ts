/** Templates by key: `{name}` stands for a parameter. */
export type Templates = Readonly<Record<string, string>>;

/** One area's sentences in every language. */
export type AreaMessages<English extends Templates> = Readonly<{
	en: English;
	'zh-Hant': { readonly [K in keyof English]: string };
	'zh-Hans': { readonly [K in keyof English]: string };
}>;

/** The names between braces in a template. */
export type ParameterNames<Template extends string> =
	Template extends `${string}{${infer Name}}${infer Rest}` ? Name | ParameterNames<Rest> : never;

/** Checks while compiling that every language has every key of the English one, and no other. */
export function defineMessages<const English extends Templates>(
	en: English,
	zhHant: { readonly [K in keyof English]: string },
	zhHans: { readonly [K in keyof English]: string }
): AreaMessages<English> {
	return { en, 'zh-Hant': zhHant, 'zh-Hans': zhHans };
}
