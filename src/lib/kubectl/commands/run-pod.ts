import type { KubeObject } from '#lib/kubernetes/object.ts';
import type { CommandContext } from '../command.ts';
import { KubectlError, usageError } from '../kubectl-error.ts';

const domainPart = '(?:[a-zA-Z0-9]|[a-zA-Z0-9][a-zA-Z0-9-]*[a-zA-Z0-9])';
const domain = String.raw`${domainPart}(?:\.${domainPart})*(?::[0-9]+)?`;
const pathPart = '[a-z0-9]+(?:(?:[._]|__|[-]*)[a-z0-9]+)*';
const reference = new RegExp(
	String.raw`^(?:${domain}/)?${pathPart}(?:/${pathPart})*(?::[\w][\w.-]{0,127})?(?:@[A-Za-z][A-Za-z0-9]*(?:[-_+.][A-Za-z][A-Za-z0-9]*)*:[0-9a-fA-F]{32,})?$`
);

/**
 * Models distribution/reference Parse, which kubectl run asks.
 *
 * @throws KubectlError
 */
export function checkImage(image: string): void {
	if (reference.test(image)) return;
	throw new KubectlError(`Invalid image name ${JSON.stringify(image)}: invalid reference format`);
}

const restartPolicies = ['Always', 'OnFailure', 'Never'];

/**
 * The Pod that `kubectl run` makes. Models kubectl pkg/generate/versioned/run.go BasicPod.Generate.
 *
 * @throws KubectlError
 */
export function podOfRun(context: CommandContext, name: string): KubeObject {
	const { flags } = context;
	const restartPolicy = flags.text('restart') || 'Always';
	if (!restartPolicies.includes(restartPolicy)) {
		throw usageError('run', `invalid restart policy: ${restartPolicy}`);
	}
	const pullPolicy = flags.text('image-pull-policy');
	if (pullPolicy !== '' && !['Always', 'IfNotPresent', 'Never'].includes(pullPolicy)) {
		throw new KubectlError(`invalid image pull policy: ${pullPolicy}`);
	}
	const labels = flags.text('labels');
	const annotations = flags.list('annotations');
	const words = context.args.slice(1);
	const asCommand = flags.bool('command') ? 'command' : 'args';
	return {
		kind: 'Pod',
		apiVersion: 'v1',
		metadata: {
			name,
			labels: labels === '' ? { run: name } : pairs(labels.split(','), 'label'),
			...(annotations.length > 0 ? { annotations: pairs(annotations, 'annotation') } : undefined)
		},
		spec: {
			containers: [
				{
					name,
					image: flags.text('image'),
					...(words.length > 0 ? { [asCommand]: words } : undefined),
					...ports(flags.text('port')),
					...environment(flags.list('env')),
					resources: {},
					...(pullPolicy === '' ? undefined : { imagePullPolicy: pullPolicy }),
					...(flags.bool('privileged') ? { securityContext: { privileged: true } } : undefined)
				}
			],
			restartPolicy,
			dnsPolicy: 'ClusterFirst'
		},
		status: {}
	};
}

function ports(port: string): object | undefined {
	if (port === '') return undefined;
	if (!/^[+-]?\d+$/.test(port)) {
		throw new KubectlError(`strconv.Atoi: parsing ${JSON.stringify(port)}: invalid syntax`);
	}
	return { ports: [{ containerPort: Number(port) }] };
}

function environment(list: readonly string[]): object | undefined {
	if (list.length === 0) return undefined;
	const env = list.map((entry) => {
		const equals = entry.indexOf('=');
		if (equals <= 0) throw new KubectlError(`invalid env: ${entry}`);
		const value = entry.slice(equals + 1);
		return { name: entry.slice(0, equals), ...(value === '' ? undefined : { value }) };
	});
	return { env };
}

function pairs(list: readonly string[], what: string): Readonly<Record<string, string>> {
	const entries = list.map((entry): [string, string] => {
		const [key = '', value, ...more] = entry.split('=');
		if (key === '' || value === undefined || (what === 'label' && more.length > 0)) {
			throw new KubectlError(`unexpected ${what} spec: ${entry}`);
		}
		return [key, [value, ...more].join('=')];
	});
	return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}
