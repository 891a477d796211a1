import { defineMessages } from '../define-messages.ts';

/** Lessons on reaching what runs. */
export const serviceLessons = defineMessages(
	{
		'lesson.chapter.services': 'Services',
		'lesson.clusterip.title': 'ClusterIP',
		'lesson.dns.title': 'Names',
		'lesson.clusterip.virtual':
			'An address that belongs to no machine. Nobody answers a ping there: only this port of it is in the rules.',
		'lesson.clusterip.slice':
			'The selector finds the Pods, and an EndpointSlice lists their addresses, each with its conditions.',
		'lesson.clusterip.rules':
			'Each node has its own rules (iptables, or nftables). A connection is led to a Pod where it begins: no one stands in the middle.',
		'lesson.clusterip.chance':
			'Whoever is picked answers. For the next connection the dice are rolled again.',
		'lesson.clusterip.scale': 'And when the Pods go? The Service is still there, with its address.',
		'lesson.clusterip.conditions':
			'Told to go: terminating, no longer ready, perhaps still serving. New connections go to ready ones only.',
		'lesson.clusterip.none':
			'No endpoint is left: connections are refused at once, and no packet leaves the node.',
		'lesson.dns.services':
			'Two Services in front of the same Pods: one has an address, the other is headless.',
		'lesson.dns.resolver':
			'The kubelet wrote this file into the container: where to ask, and what to try after a short name.',
		'lesson.dns.headless':
			'A headless Service’s name gives the addresses of the ready Pods themselves.',
		'lesson.dns.short':
			'Just “web”: the resolver completes the name, and CoreDNS says the ClusterIP.',
		'lesson.dns.said': 'All of this the program saw, without a word of Kubernetes in it.'
	},
	{
		'lesson.chapter.services': 'Service',
		'lesson.clusterip.title': 'ClusterIP',
		'lesson.dns.title': '名字',
		'lesson.clusterip.virtual':
			'這個位址不屬於任何機器。ping 它沒有誰回答：規則裡只有它的這個連接埠。',
		'lesson.clusterip.slice': '選擇器找到 Pod，EndpointSlice 列出它們的位址，各有各的狀況。',
		'lesson.clusterip.rules':
			'每個節點都有自己的規則（iptables 或 nftables）。連線在出發的地方就被引向一個 Pod：中間沒有誰站著。',
		'lesson.clusterip.chance': '抽到誰就由誰回答。下一個連線重新抽。',
		'lesson.clusterip.scale': 'Pod 都走了會怎樣？Service 還在，位址也在。',
		'lesson.clusterip.conditions':
			'被要求離開：terminating，不再 ready，也許還 serving。新連線只去就緒的。',
		'lesson.clusterip.none': '一個端點也不剩：連線立刻被拒絕，封包連節點都沒離開。',
		'lesson.dns.services': '同一批 Pod 前面有兩個 Service：一個有位址，另一個是 headless。',
		'lesson.dns.resolver': '這個檔案是 kubelet 寫進容器的：向誰問，短名字後面補什麼。',
		'lesson.dns.headless': 'headless Service 的名字直接給出就緒 Pod 的位址。',
		'lesson.dns.short': '只寫「web」：解析器補全名字，CoreDNS 回答 ClusterIP。',
		'lesson.dns.said': '這些都是程式看到的，而程式對 Kubernetes 一無所知。'
	},
	{
		'lesson.chapter.services': 'Service',
		'lesson.clusterip.title': 'ClusterIP',
		'lesson.dns.title': '名字',
		'lesson.clusterip.virtual':
			'这个地址不属于任何机器。ping 它没有谁回答：规则里只有它的这个端口。',
		'lesson.clusterip.slice': '选择算符找到 Pod，EndpointSlice 列出它们的地址，各有各的状况。',
		'lesson.clusterip.rules':
			'每个节点都有自己的规则（iptables 或 nftables）。连接在出发的地方就被引向一个 Pod：中间没有谁站着。',
		'lesson.clusterip.chance': '抽到谁就由谁回答。下一个连接重新抽。',
		'lesson.clusterip.scale': 'Pod 都走了会怎样？Service 还在，地址也在。',
		'lesson.clusterip.conditions':
			'被要求离开：terminating，不再 ready，也许还 serving。新连接只去就绪的。',
		'lesson.clusterip.none': '一个端点也不剩：连接立刻被拒绝，数据包连节点都没离开。',
		'lesson.dns.services': '同一批 Pod 前面有两个 Service：一个有地址，另一个是 headless。',
		'lesson.dns.resolver': '这个文件是 kubelet 写进容器的：向谁问，短名字后面补什么。',
		'lesson.dns.headless': 'headless Service 的名字直接给出就绪 Pod 的地址。',
		'lesson.dns.short': '只写“web”：解析器补全名字，CoreDNS 回答 ClusterIP。',
		'lesson.dns.said': '这些都是程序看到的，而程序对 Kubernetes 一无所知。'
	}
);
