import { defineMessages } from '../define-messages.ts';

/** Words of a kubeconfig: which context is current, and where the next command goes. */
export const insideKubeconfig = defineMessages(
	{
		'kubeconfig.none': 'The terminal’s kubeconfig names this cluster and its admin, nothing else.',
		'kubeconfig.contexts': 'contexts',
		'kubeconfig.clusters': 'clusters',
		'kubeconfig.users': 'users',
		'kubeconfig.next': 'The next command goes to',
		'kubeconfig.as': 'as {user}',
		'kubeconfig.groups': '{user}, group {groups}',
		'kubeconfig.namespace': 'namespace {namespace}',
		'kubeconfig.usual-namespace': 'no namespace: default',
		'kubeconfig.last': 'The last one',
		'kubeconfig.nobody': 'nobody answers there'
	},
	{
		'kubeconfig.none': '終端機的 kubeconfig 只有這個叢集和它的管理者。',
		'kubeconfig.contexts': 'contexts',
		'kubeconfig.clusters': 'clusters（叢集）',
		'kubeconfig.users': 'users（使用者）',
		'kubeconfig.next': '下一個指令送到',
		'kubeconfig.as': '身分是 {user}',
		'kubeconfig.groups': '{user}，群組 {groups}',
		'kubeconfig.namespace': '命名空間 {namespace}',
		'kubeconfig.usual-namespace': '沒寫命名空間：default',
		'kubeconfig.last': '上一個指令',
		'kubeconfig.nobody': '那裡沒有誰應答'
	},
	{
		'kubeconfig.none': '终端的 kubeconfig 里只有这个集群和它的管理员。',
		'kubeconfig.contexts': 'contexts',
		'kubeconfig.clusters': 'clusters（集群）',
		'kubeconfig.users': 'users（用户）',
		'kubeconfig.next': '下一个命令发到',
		'kubeconfig.as': '身份是 {user}',
		'kubeconfig.groups': '{user}，组 {groups}',
		'kubeconfig.namespace': '名字空间 {namespace}',
		'kubeconfig.usual-namespace': '没写名字空间：default',
		'kubeconfig.last': '上一个命令',
		'kubeconfig.nobody': '那里没有谁应答'
	}
);
