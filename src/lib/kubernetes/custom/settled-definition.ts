import { isDeepEqual } from '../deep-equal.ts';
import type {
	Definition,
	DefinitionCondition,
	DefinitionNames,
	DefinitionStatus
} from './definition.ts';

/**
 * The definition with what the server's own controllers say next in its status: first which names it gets, then that it is
 * established. The same object when there is nothing to say.
 *
 * Models apiextensions-apiserver/pkg/controller/status/naming_controller.go and establish/establishing_controller.go.
 *
 * @param others all definitions that there are
 */
export function settledDefinition(
	definition: Definition,
	others: readonly Definition[],
	timestamp: string
): Definition {
	const { spec, status, metadata } = definition;
	const taken = others.filter(
		(other) => other.metadata.name !== metadata.name && other.spec.group === spec.group
	);
	const { names, condition } = acceptedNames(definition, taken);
	const known = status?.conditions ?? [];
	const isAccepted = condition.status === 'True';
	const established = known.find(({ type }) => type === 'Established');
	const wanted: DefinitionCondition[] = [{ ...condition, type: 'NamesAccepted' }];
	if (!isAccepted && established?.status !== 'True') {
		wanted.push({
			type: 'Established',
			status: 'False',
			reason: 'NotAccepted',
			message: 'not all names are accepted'
		});
	} else if (established?.status !== 'True') {
		const isInstalling = established?.reason === 'Installing';
		wanted.push({
			type: 'Established',
			status: isInstalling ? 'True' : 'False',
			reason: isInstalling ? 'InitialNamesAccepted' : 'Installing',
			message: 'the initial names have been accepted'
		});
	}
	const conditions = wanted.reduce(
		(list, one) => withCondition(list, one, timestamp),
		known as readonly DefinitionCondition[]
	);
	const settled: DefinitionStatus = {
		...status,
		storedVersions: status?.storedVersions ?? [],
		acceptedNames: names,
		conditions
	};
	return isDeepEqual(settled, status) ? definition : { ...definition, status: settled };
}

function withCondition(
	list: readonly DefinitionCondition[],
	wanted: DefinitionCondition,
	timestamp: string
): readonly DefinitionCondition[] {
	const known = list.find(({ type }) => type === wanted.type);
	const lastTransitionTime =
		known?.status === wanted.status ? (known.lastTransitionTime ?? timestamp) : timestamp;
	const condition = { ...wanted, lastTransitionTime };
	return known === undefined
		? [...list, condition]
		: list.map((one) => (one === known ? condition : one));
}

/** Which names are free among the definitions of a group. */
function acceptedNames(
	{ spec: { names }, status }: Definition,
	others: readonly Definition[]
): { readonly names: DefinitionNames; readonly condition: Omit<DefinitionCondition, 'type'> } {
	const accepted = others.flatMap((other) => (other.status ? [other.status.acceptedNames] : []));
	const words = new Set(
		accepted.flatMap(({ plural, singular, shortNames = [] }) => [plural, singular, ...shortNames])
	);
	const kinds = new Set(accepted.flatMap(({ kind, listKind }) => [kind, listKind]));
	const before: Partial<DefinitionNames> = status?.acceptedNames ?? {};
	const got: Record<string, unknown> = {};
	let refused: readonly [reason: string, message: string] | undefined;
	const ask = (field: keyof DefinitionNames, reason: string, among: ReadonlySet<unknown>): void => {
		const value = names[field];
		const wanted = Array.isArray(value) ? value : [value];
		const conflict: unknown = wanted.find((word) => word !== undefined && among.has(word));
		if (conflict === undefined) got[field] = value;
		else {
			got[field] = before[field];
			refused ??= [reason, `${JSON.stringify(conflict)} is already in use`];
		}
	};
	ask('plural', 'PluralConflict', words);
	ask('singular', 'SingularConflict', words);
	ask('shortNames', 'ShortNamesConflict', words);
	ask('kind', 'KindConflict', kinds);
	ask('listKind', 'ListKindConflict', kinds);
	got['categories'] = names.categories;
	const present = Object.fromEntries(
		Object.entries(got).filter(([, value]) => value !== undefined)
	);
	return {
		names: { plural: '', kind: '', ...present },
		condition:
			refused === undefined
				? { status: 'True', reason: 'NoConflicts', message: 'no conflicts found' }
				: { status: 'False', reason: refused[0], message: refused[1] }
	};
}
