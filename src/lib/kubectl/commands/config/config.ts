import type { Command } from '../../command.ts';
import { getClusters, getContexts, getUsers } from './list-entries.ts';
import { deleteCluster, deleteContext, deleteUser, renameContext } from './remove-entries.ts';
import { setCluster, setContext, setCredentials } from './set-entries.ts';
import { setProperty, unsetProperty } from './set-property.ts';
import { currentContext, useContext } from './use-context.ts';
import { view } from './view.ts';

/** Models kubectl pkg/cmd/config/config.go. */
export const config: Command = {
	name: 'config',
	flags: [],
	isLocal: true,
	subcommands: [
		currentContext,
		deleteCluster,
		deleteContext,
		deleteUser,
		getClusters,
		getContexts,
		getUsers,
		renameContext,
		setProperty,
		setCluster,
		setContext,
		setCredentials,
		unsetProperty,
		useContext,
		view
	]
};
