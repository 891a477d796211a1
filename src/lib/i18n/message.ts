import type { ParameterNames } from './define-messages.ts';
import { fillTemplate, type Parameters } from './fill-template.ts';
import type { Locale } from './locale.ts';
import { app } from './messages/app.ts';
import { beats } from './messages/beats.ts';
import { captions } from './messages/captions.ts';
import { comparison } from './messages/comparison.ts';
import { controllerCaptions } from './messages/controller-captions.ts';
import { chapters } from './messages/chapters.ts';
import { networkCaptions } from './messages/network-captions.ts';
import { panels } from './messages/panels.ts';
import { scene } from './messages/scene.ts';

const messages = {
	en: {
		...app.en,
		...beats.en,
		...captions.en,
		...comparison.en,
		...controllerCaptions.en,
		...chapters.en,
		...networkCaptions.en,
		...panels.en,
		...scene.en
	},
	'zh-Hant': {
		...app['zh-Hant'],
		...beats['zh-Hant'],
		...captions['zh-Hant'],
		...comparison['zh-Hant'],
		...controllerCaptions['zh-Hant'],
		...chapters['zh-Hant'],
		...networkCaptions['zh-Hant'],
		...panels['zh-Hant'],
		...scene['zh-Hant']
	},
	'zh-Hans': {
		...app['zh-Hans'],
		...beats['zh-Hans'],
		...captions['zh-Hans'],
		...comparison['zh-Hans'],
		...controllerCaptions['zh-Hans'],
		...chapters['zh-Hans'],
		...networkCaptions['zh-Hans'],
		...panels['zh-Hans'],
		...scene['zh-Hans']
	}
};

type English = (typeof messages)['en'];

export type MessageKey = keyof English;

type ParametersOf<Key extends MessageKey> = [ParameterNames<English[Key]>] extends [never]
	? []
	: [parameters: Readonly<Record<ParameterNames<English[Key]>, string | number>>];

/** The sentence of that key in a language, its parameters filled in; a missing one is a type error. */
export function message<Key extends MessageKey>(
	locale: Locale,
	key: Key,
	...parameters: ParametersOf<Key>
): string {
	const [values] = parameters;
	return formatMessage(locale, key, values);
}

/** As `message`, for keys that come from data: a parameter that isn't given stays as `{name}`. */
export function formatMessage(
	locale: Locale,
	key: MessageKey,
	parameters: Parameters = {}
): string {
	return fillTemplate(messages[locale][key], parameters);
}

/** The keys that exist, for tests over all of them. */
export const messageKeys = Object.keys(messages.en) as MessageKey[];
