import type { KubeObject } from '#lib/kubernetes/object.ts';
import { bool, type Flag } from './command-line/flag.ts';
import type { CommandContext } from './command.ts';

/** Keeps the command line with the object: the cause that `rollout history` shows. */
export const recordFlag: Flag = {
	...bool('record'),
	deprecated: '--record will be removed in the future'
};

const changeCause = 'kubernetes.io/change-cause';

/**
 * What `--record` adds to the annotations of an object; undefined when it isn't given.
 *
 * Models cli-runtime pkg/genericclioptions/record_flags.go ChangeCauseRecorder, parseCommandArguments.
 */
export function recordedAnnotations({
	flags,
	name
}: CommandContext): Readonly<Record<string, string>> | undefined {
	if (!flags.bool('record')) return undefined;
	const words = ['kubectl', name, ...flags.args];
	const options = flags.written.map(([flag, value]) => `--${flag}=${value}`);
	return { [changeCause]: [...words, ...options].join(' ') };
}

/** The object with its cause, itself without `--record`. */
export function recorded<Any extends KubeObject>(context: CommandContext, object: Any): Any {
	const added = recordedAnnotations(context);
	if (added === undefined) return object;
	const annotations = { ...object.metadata.annotations, ...added };
	return { ...object, metadata: { ...object.metadata, annotations } };
}
