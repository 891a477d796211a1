import { defineMessages } from '../define-messages.ts';

/** Words of what a node has promised and what is used of it. */
export const insideResources = defineMessages(
	{
		'resources.no-pods': 'No Pod is bound to it yet.',
		'resources.available': 'memory.available {available}, evicts below {threshold}',
		'resources.memory': 'Memory',
		'resources.promised': '{what}: {asked} of {full} asked for, {used} used',
		'resources.too-much': '{what}: {asked} of {full} asked for, {more} more don’t fit, {used} used',
		'resources.qos': 'QoS, oom_score_adj',
		'resources.asked': 'asked for',
		'resources.used': 'used',
		'resources.limit': 'limit',
		'resources.memory-head': 'Memory (above what was asked for)',
		'resources.memory-order': 'Memory (above what was asked for), first to go',
		'resources.throttled': '{used}, waits {percent} %'
	},
	{
		'resources.no-pods': '還沒有 Pod 綁到這個節點。',
		'resources.available': 'memory.available {available}，低於 {threshold} 就驅逐',
		'resources.memory': '記憶體',
		'resources.promised': '{what}：共 {full}，已要 {asked}，用了 {used}',
		'resources.too-much': '{what}：共 {full}，已要 {asked}，放不下再要的 {more}，用了 {used}',
		'resources.qos': 'QoS、oom_score_adj',
		'resources.asked': '要求',
		'resources.used': '用量',
		'resources.limit': '上限',
		'resources.memory-head': '記憶體（超出要求多少）',
		'resources.memory-order': '記憶體（超出要求多少）、驅逐順序',
		'resources.throttled': '{used}，等待 {percent} %'
	},
	{
		'resources.no-pods': '还没有 Pod 绑到这个节点。',
		'resources.available': 'memory.available {available}，低于 {threshold} 就驱逐',
		'resources.memory': '内存',
		'resources.promised': '{what}：共 {full}，已请求 {asked}，用了 {used}',
		'resources.too-much': '{what}：共 {full}，已请求 {asked}，放不下再要的 {more}，用了 {used}',
		'resources.qos': 'QoS、oom_score_adj',
		'resources.asked': '请求',
		'resources.used': '用量',
		'resources.limit': '限制',
		'resources.memory-head': '内存（超出请求多少）',
		'resources.memory-order': '内存（超出请求多少）、驱逐顺序',
		'resources.throttled': '{used}，等待 {percent} %'
	}
);
