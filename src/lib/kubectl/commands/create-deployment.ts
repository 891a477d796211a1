import type { KubeObject } from '#lib/kubernetes/object.ts';
import { int, slice } from '../command-line/flag.ts';
import type { Command, CommandContext } from '../command.ts';
import { KubectlError } from '../kubectl-error.ts';
import { argumentsOf, createFlags, createOne, nameArgument } from './create-one.ts';
import { sha256 } from './sha256.ts';

/** Models kubectl pkg/cmd/create/create_deployment.go. */
export const createDeployment: Command = {
	name: 'deployment',
	aliases: ['deploy'],
	requiredFlags: ['image'],
	flags: [...createFlags, slice('image'), int('port', -1), int('replicas', 1, 'r')],
	*run(context) {
		const name = nameArgument(argumentsOf(context));
		yield* createOne(context, deploymentOf(context, name));
	}
};

/** @throws KubectlError */
function deploymentOf(context: CommandContext, name: string): KubeObject {
	const { flags, args } = context;
	const images = flags.list('image');
	const command = args.slice(1);
	if (images.length > 1 && command.length > 0) {
		throw new KubectlError('cannot specify multiple --image options and command');
	}
	const port = flags.int('port');
	const labels = { app: name };
	return {
		kind: 'Deployment',
		apiVersion: 'apps/v1',
		metadata: { name, labels },
		spec: {
			replicas: flags.int('replicas'),
			selector: { matchLabels: labels },
			template: {
				metadata: { labels },
				spec: {
					containers: images.map((image, at) => ({
						name: containerName(image, at),
						image,
						...(command.length > 0 ? { command } : undefined),
						...(port >= 0 && at === 0 ? { ports: [{ containerPort: port }] } : undefined),
						resources: {}
					}))
				}
			},
			strategy: {}
		},
		status: {}
	};
}

const suffixLength = 5;

/**
 * The last part of the image's path, without tag and digest. What makes it a bad name is replaced, and then something is put
 * behind it; upstream that is random, here it hangs on the image.
 *
 * Models create_deployment.go sanitizeAndUniquify.
 */
function containerName(image: string, at: number): string {
	const name = image.split('/').at(-1)!.split(':')[0]!.split('@')[0]!;
	if (!/[_.]/.test(name)) return name;
	const letters = 'bcdfghjklmnpqrstvwxz2456789';
	const suffix = [...sha256(`${image} ${at}`).slice(0, suffixLength * 2)]
		.map((digit) => Number.parseInt(digit, 16))
		.filter((_, place) => place % 2 === 0)
		.map((value) => letters[value]!)
		.join('');
	return `${name.replace(/[_.]/g, '-')}-${suffix}`;
}
