import { collectionPath } from '#lib/kubernetes/resources.ts';
import { callForObject, sorted } from '../api-call.ts';
import { bool, type Flag, missing, text } from '../command-line/flag.ts';
import type { Command, CommandContext } from '../command.ts';
import { dryRunOf, dryRunQuery } from '../dry-run.ts';
import { KubectlError, throwCollected, withSource } from '../kubectl-error.ts';
import { resultPrinter } from '../output/print-result.ts';
import {
	dryRunFlag,
	fieldManagerFlag,
	fileFlags,
	outputFlags,
	selectorFlag
} from '../resources/common-flags.ts';
import { recorded, recordFlag } from '../record.ts';
import { caught } from '../resources/fetch.ts';
import { readFiles } from '../resources/read-files.ts';
import type { Steps } from '../steps.ts';
import { createConfigMap } from './create-config-map.ts';
import { createDeployment } from './create-deployment.ts';
import { createClusterRoleBinding, createRoleBinding } from './create-role-binding.ts';
import { createClusterRole, createRole } from './create-role.ts';
import { createService } from './create-service.ts';
import { createNamespace, createServiceAccount, createToken } from './create-small.ts';
import { createSecret } from './create-secret.ts';
import { withLastApplied } from '../patch/last-applied.ts';
import { fieldValidation, validateFlag } from '../resources/validation.ts';

const flags: readonly Flag[] = [
	...fileFlags,
	...outputFlags,
	dryRunFlag,
	fieldManagerFlag('kubectl-create'),
	selectorFlag,
	validateFlag,
	recordFlag,
	bool('save-config'),
	missing(bool('edit')),
	missing(bool('windows-line-endings')),
	missing(text('raw'))
];

/** Models kubectl pkg/cmd/create/create.go. */
export const create: Command = {
	name: 'create',
	flags,
	subcommands: [
		createClusterRole,
		createClusterRoleBinding,
		createConfigMap,
		createDeployment,
		createNamespace,
		createRole,
		createRoleBinding,
		createSecret,
		createService,
		createServiceAccount,
		createToken
	],
	run: createFromFiles
};

function* createFromFiles(context: CommandContext): Steps<void> {
	if (!context.flags.given('filename')) throw new KubectlError('must specify one of -f and -k');
	const dryRun = dryRunOf(context);
	const validation = fieldValidation(context);
	const print = resultPrinter(context, dryRun);
	const { infos, errors } = readFiles(context, validation !== 'Ignore');
	const failures = [...errors];
	for (const info of infos) {
		const noted = recorded(context, info.object);
		const object = context.flags.bool('save-config') ? withLastApplied(noted) : noted;
		if (dryRun === 'client') {
			context.out(print(object, 'created'));
			continue;
		}
		const created = yield* caught(
			callForObject({
				method: 'POST',
				path: collectionPath(info.resource, info.namespace === '' ? undefined : info.namespace),
				query: sorted({
					...dryRunQuery(dryRun),
					fieldManager: context.flags.text('field-manager'),
					fieldValidation: validation
				}),
				body: object
			})
		);
		if (created instanceof Error) failures.push(withSource('creating', info.source, created));
		else context.out(print(created, 'created'));
	}
	throwCollected(failures);
	if (infos.length === 0) throw new KubectlError('no objects passed to create');
}
