import { objectPath } from '../resources/info.ts';
import { resourceOfKind } from '#lib/kubernetes/resources.ts';
import type { Command } from '../command.ts';
import { array, duration, text } from '../command-line/flag.ts';
import { callForObject } from '../api-call.ts';
import { KubectlError, StatusError } from '../kubectl-error.ts';
import { caught } from '../resources/fetch.ts';
import { argumentsOf, createFlags, createOne, nameArgument } from './create-one.ts';

/** Models kubectl pkg/cmd/create/create_namespace.go. */
export const createNamespace: Command = {
	name: 'namespace',
	aliases: ['ns'],
	flags: createFlags,
	*run(context) {
		const name = nameArgument(argumentsOf(context));
		yield* createOne(context, {
			kind: 'Namespace',
			apiVersion: 'v1',
			metadata: { name },
			spec: {},
			status: {}
		});
	}
};

/** Models kubectl pkg/cmd/create/create_serviceaccount.go. */
export const createServiceAccount: Command = {
	name: 'serviceaccount',
	aliases: ['sa'],
	flags: createFlags,
	*run(context) {
		const name = nameArgument(argumentsOf(context));
		yield* createOne(context, { kind: 'ServiceAccount', apiVersion: 'v1', metadata: { name } });
	}
};

/** Models kubectl pkg/cmd/create/create_token.go. */
export const createToken: Command = {
	name: 'token',
	flags: [...createFlags, array('audience'), duration('duration', '0s'), text('bound-object-kind')],
	*run(context) {
		const name = nameArgument(argumentsOf(context));
		const path = objectPath(resourceOfKind('v1', 'ServiceAccount')!, context.namespace, name);
		const seconds = context.flags.duration('duration') / 1000;
		const created = yield* caught(
			callForObject({
				method: 'POST',
				path: `${path}/token`,
				body: {
					kind: 'TokenRequest',
					apiVersion: 'authentication.k8s.io/v1',
					metadata: {},
					spec: {
						audiences: context.flags.given('audience') ? context.flags.list('audience') : null,
						expirationSeconds: seconds > 0 ? seconds : null
					},
					status: {}
				}
			})
		);
		if (created instanceof StatusError) {
			throw new KubectlError(`failed to create token: ${created.message}`);
		}
		if (created instanceof Error) throw created;
		context.out((created.status as { token?: string } | undefined)?.token ?? '');
	}
};
