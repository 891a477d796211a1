import type { AreaMessages, ParameterNames, Templates } from './define-messages.ts';
import { fillTemplate, type Parameters } from './fill-template.ts';
import type { Locale } from './locale.ts';

/** Says a sentence of one area. */
export type Speaker<English extends Templates> = <Key extends keyof English>(
	locale: Locale,
	key: Key,
	...parameters: [ParameterNames<English[Key]>] extends [never]
		? []
		: [parameters: Readonly<Record<ParameterNames<English[Key]>, string | number>>]
) => string;

/**
 * As `message`, for the sentences of one area that is not among those of every page: what is loaded later brings its
 * own along.
 */
export function speaker<const English extends Templates>(
	area: AreaMessages<English>
): Speaker<English> {
	return (locale, key, ...parameters) => {
		const [values = {}] = parameters as [Parameters?];
		return fillTemplate(area[locale][key] ?? '', values);
	};
}
