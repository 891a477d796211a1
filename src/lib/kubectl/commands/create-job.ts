import type { KubeObject, ObjectMeta } from '#lib/kubernetes/object.ts';
import { text } from '../command-line/flag.ts';
import type { Command, CommandContext } from '../command.ts';
import { KubectlError } from '../kubectl-error.ts';
import { fetchTargets } from '../resources/fetch.ts';
import { readTargets } from '../resources/targets.ts';
import type { Steps } from '../steps.ts';
import { argumentsOf, createFlags, createOne, nameArgument } from './create-one.ts';

/** Models kubectl pkg/cmd/create/create_job.go. */
export const createJob: Command = {
	name: 'job',
	flags: [...createFlags, text('image'), text('from')],
	*run(context) {
		const name = nameArgument(argumentsOf(context));
		const [image, from] = [context.flags.text('image'), context.flags.text('from')];
		const command = context.args.slice(1);
		if ((image === '') === (from === '')) {
			throw new KubectlError('either --image or --from must be specified');
		}
		if (command.length > 0 && from !== '') {
			throw new KubectlError('cannot specify --from and command');
		}
		if (image === '') yield* createOne(context, yield* jobOfCronJob(context, name, from));
		else {
			yield* createOne(context, {
				kind: 'Job',
				apiVersion: 'batch/v1',
				metadata: { name },
				spec: { template: templateOf(name, image, command, 'Never') },
				status: {}
			});
		}
	}
};

/** Models kubectl pkg/cmd/create/create_cronjob.go. */
export const createCronJob: Command = {
	name: 'cronjob',
	aliases: ['cj'],
	requiredFlags: ['image', 'schedule'],
	flags: [...createFlags, text('image'), text('schedule'), text('restart')],
	*run(context) {
		const { flags, args } = context;
		const name = nameArgument(argumentsOf(context));
		const restart = flags.text('restart') || 'OnFailure';
		const template = templateOf(name, flags.text('image'), args.slice(1), restart);
		yield* createOne(context, {
			kind: 'CronJob',
			apiVersion: 'batch/v1',
			metadata: { name },
			spec: {
				schedule: flags.text('schedule'),
				jobTemplate: { metadata: { name }, spec: { template } }
			},
			status: {}
		});
	}
};

function templateOf(
	name: string,
	image: string,
	command: readonly string[],
	restartPolicy: string
): object {
	const given = command.length > 0 ? { command } : undefined;
	const containers = [{ name, image, ...given, resources: {} }];
	return { metadata: {}, spec: { containers, restartPolicy } };
}

/** Models createJobFromCronJob. */
function* jobOfCronJob(context: CommandContext, name: string, from: string): Steps<KubeObject> {
	const targets = readTargets([from], { context });
	const { infos, errors } = yield* fetchTargets(targets, { namespace: context.namespace });
	if (errors[0] !== undefined) throw errors[0];
	const { object } = infos[0]!;
	if (object.kind !== 'CronJob') {
		throw new KubectlError(`unknown object type *${goType(object)}`);
	}
	const { jobTemplate } = object.spec as { jobTemplate: { metadata?: ObjectMeta; spec: object } };
	const { annotations, labels } = jobTemplate.metadata ?? {};
	return {
		kind: 'Job',
		apiVersion: 'batch/v1',
		metadata: {
			name,
			...(labels === undefined ? undefined : { labels }),
			annotations: { 'cronjob.kubernetes.io/instantiate': 'manual', ...annotations },
			ownerReferences: [
				{
					apiVersion: 'batch/v1',
					kind: 'CronJob',
					name: object.metadata.name ?? '',
					uid: object.metadata.uid ?? '',
					controller: true
				}
			]
		},
		spec: jobTemplate.spec,
		status: {}
	};
}

/** `v1.Deployment`: as Go names the type of an object. */
function goType({ apiVersion, kind }: KubeObject): string {
	return `${apiVersion.split('/').at(-1)!}.${kind}`;
}
