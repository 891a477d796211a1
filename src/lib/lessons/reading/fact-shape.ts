import { stageNames } from '#lib/scene/inside/api-server/stage-names.ts';
import type { Fact, FactOf } from '../fact.ts';
import { duration } from './duration.ts';
import { anyMoment, longestStoryMs, moment, spanParts } from './moment-shape.ts';
import { oneOf } from './one-of.ts';
import { list, number, objectName, text, wholeNumber, yes, yesOrNo, type Read } from './read.ts';
import { may, must, shape, type Shape } from './shape.ts';
import type { Problems } from './problem.ts';
import { fieldOf, plainValue, type Value } from './value.ts';

type Claim = Fact['claim'];

const time = duration(longestStoryMs);
const count = wholeNumber(0, 10_000);
const share = number(0, 1);
const beside = ['claim'];

const step: Read<string | number> = (value, problems) =>
	value.type === 'scalar' && typeof value.value === 'number'
		? value.value
		: text(300)(value, problems);

const anything: Read<{ readonly value: unknown }> = (value) => ({ value: plainValue(value) });

const objectShape = shape(
	{
		key: must(text(400)),
		path: must(list(step, 1, 20)),
		is: may(anything),
		absent: may(yes),
		at: may(moment),
		ever: may(yes)
	},
	beside
);

/** An object has a value, or `absent: true` none. */
const object: Read<Omit<FactOf<'object'>, 'claim'>> = (value, problems) => {
	const found = objectShape(value, problems);
	if (!found) return undefined;
	const { is, absent, ...rest } = found;
	if ((is === undefined) === (absent === undefined)) {
		problems.add(value.place, 'isOrAbsent');
		return undefined;
	}
	return { ...rest, is: is?.value };
};

const conditions = shape({
	ready: must(yesOrNo),
	serving: must(yesOrNo),
	terminating: must(yesOrNo)
});

/** What each claim says beside its name. */
export const factShapes: { readonly [C in Claim]: Shape<Omit<FactOf<C>, 'claim'>> } = {
	order: shape({ moments: must(list(moment, 1)) }, beside),
	never: shape({ moment: must(moment), ...spanParts }, beside),
	count: shape({ moment: must(anyMoment), times: must(count), ...spanParts }, beside),
	apart: shape(
		{
			from: must(moment),
			to: must(moment),
			leastMs: must(time, 'least'),
			mostMs: must(time, 'most')
		},
		beside
	),
	beside: shape({ one: must(moment), other: must(moment), withinMs: must(time, 'within') }, beside),
	printed: shape({ text: must(text(500)) }, beside),
	sizes: shape({ of: must(objectName), steps: must(list(text(200), 1)), ...spanParts }, beside),
	pods: shape(
		{ leastReady: may(count), most: may(count), reach: may(count), ...spanParts },
		beside
	),
	'removed-first': shape({ because: must(text(100)), nth: may(count) }, beside),
	object: Object.assign(object, { keys: objectShape.keys }),
	endpoint: shape({ of: must(objectName), conditions: must(conditions) }, beside),
	event: shape({ reason: must(text(100)), text: may(text(500)) }, beside),
	answered: shape(
		{
			code: must(wholeNumber(100, 599)),
			stage: may(oneOf(stageNames)),
			text: may(text(500)),
			path: may(text(400)),
			...spanParts
		},
		beside
	),
	context: shape(
		{
			is: must(text(100)),
			cluster: may(text(100)),
			user: may(text(100)),
			namespace: may(text(100)),
			at: may(moment)
		},
		beside
	),
	written: shape(
		{
			key: must(text(400)),
			part: must(text(100)),
			field: must(text(100)),
			by: must(text(100))
		},
		beside
	),
	called: shape({ method: must(text(100)), pod: must(objectName), times: must(count) }, beside),
	'filtered-out': shape(
		{
			pod: must(objectName),
			node: must(text(100)),
			by: must(text(100)),
			because: may(text(300))
		},
		beside
	),
	scored: shape(
		{
			pod: must(objectName),
			node: must(text(100)),
			plugin: must(text(100)),
			is: must(wholeNumber(0, 100_000))
		},
		beside
	),
	uses: shape(
		{
			pod: must(objectName),
			milliCpu: may(count),
			throttled: may(share),
			memory: may(text(30))
		},
		beside
	),
	evicted: shape({ first: must(list(objectName, 1)) }, beside),
	requests: shape(
		{
			leastFailed: must(count),
			ways: may(list(oneOf(['failed', 'refused', 'timeout', 'reset']), 1)),
			...spanParts
		},
		beside
	),
	dark: shape({ from: must(moment), to: must(moment), edgeMs: must(time, 'edge') }, beside),
	share: shape(
		{ version: must(text(100)), least: must(share), most: must(share), ...spanParts },
		beside
	),
	not: shape({ fact: must((value, problems) => fact(value, problems)) }, beside),
	'only-api-server-talks-to-etcd': shape({}, beside),
	'scheduler-never-calls-a-kubelet': shape({}, beside)
};

const claimName = oneOf(Object.keys(factShapes) as Claim[]);

/** A claim by its name, with what that claim says. */
export const fact = (value: Value, problems: Problems): Fact | undefined => {
	const field = value.type === 'fields' ? fieldOf(value, 'claim') : undefined;
	if (!field) {
		problems.add(value.place, 'missingKey', { name: 'claim' });
		return undefined;
	}
	const claim = claimName(field.value, problems);
	const said = claim && factShapes[claim](value, problems);
	// Which claim goes with which shape is what the type of the table says.
	return said && ({ claim, ...said } as Fact);
};
