import { defineMessages } from '../define-messages.ts';

/** Words about recordings of real clusters; they come when one may be shown, not with the page. */
export const recorded = defineMessages(
	{
		'switch.label': 'Where this comes from',
		'switch.simulated': 'Simulated',
		'switch.recorded': 'Recorded on a real cluster',
		'switch.both': 'Both',
		'side.simulated': 'Simulated',
		'side.simulated.note': 'the same steps at the same times',
		'side.recorded': 'Recorded',
		'side.recorded.note': 'on a real cluster',
		'title.node-failure': 'Recorded: a node fails',
		'title.rolling-update-abrupt': 'Recorded: a RollingUpdate that loses requests',
		'line.what.create-pod': 'A Pod is created, its image pulled',
		'line.what.rolling-update':
			'RollingUpdate of 4 Pods that wait 5 s in a preStop hook, under 40 requests a second',
		'line.what.rolling-update-abrupt':
			'RollingUpdate of 4 Pods that end at once, under 40 requests a second',
		'line.what.recreate': 'Recreate of 4 Pods, under 40 requests a second',
		'line.what.node-failure':
			'The kubelet of worker-2 is stopped for 6.5 minutes (lease renewals and heartbeats are not in the recording)',
		'line.recorded': '{what}. Recorded: Kubernetes {version}, {machine}, run {run} of {runs}.',
		'line.machine': 'all nodes on one machine with {machine}s',
		'line.machine.unknown': 'machine not recorded',
		'line.date': 'Date: {date}.',
		'line.date.unknown': 'The day is not in the recording.',
		'line.opened': 'Opened: {what}.',
		'line.software': 'Software',
		'line.back': 'Back to the lesson',
		'legend.inferred': 'dashed and hollow: inferred',
		'legend.more':
			'Recorded are requests with their times, every version of the objects, calls to the container runtimes, Events, printed text and what the client got. What lies between was filled in by rules. Parts of names, addresses and times of day were not kept: <hash1>, <1>, <ip:web> stand for them; revisions are numbered by Kinetes.',
		'inferred.word': 'inferred',
		'inferred.cause': 'The cause is inferred: the newest that was heard of it before.',
		'inferred.there-before': 'Inferred: it was there before the recording began.',
		'inferred.stages':
			'Inferred: the audit log says when a request came and was answered, not when it passed which gate.',
		'inferred.etcd-hop':
			'Inferred: the way to etcd was not recorded. It lies between the request and its answer.',
		'inferred.writer-unknown':
			'Inferred: a watch told of this version; which request wrote it is not in the recording.',
		'inferred.watch':
			'Inferred: this component is known to watch the resource; its news were not recorded.',
		'inferred.printed': 'Inferred: what was printed is recorded, when is not.',
		'inferred.scheduling':
			'Inferred: node and total scores were logged, the moment and the single plugins were not.',
		'inferred.arithmetic':
			'Inferred: worked out from what the controller wrote next and from what stood in etcd.',
		'inferred.container':
			'Inferred: the log names no container here; it follows from order, Events and statuses.',
		'inferred.traffic':
			'Inferred: how many requests had which answer was counted per quarter of a second, not when in it.',
		'open.refused': '{file} can’t be played: {problem}',
		'open.large': 'it is too large'
	},
	{
		'switch.label': '畫面的來源',
		'switch.simulated': '模擬',
		'switch.recorded': '真實叢集的錄製',
		'switch.both': '並排',
		'side.simulated': '模擬',
		'side.simulated.note': '相同的步驟、相同的時間',
		'side.recorded': '錄製',
		'side.recorded.note': '來自真實叢集',
		'title.node-failure': '錄製：節點失效',
		'title.rolling-update-abrupt': '錄製：會遺失請求的 RollingUpdate',
		'line.what.create-pod': '建立一個 Pod，並拉取映像檔',
		'line.what.rolling-update': '4 個 Pod 的 RollingUpdate，每個在 preStop 等 5 秒，每秒 40 個請求',
		'line.what.rolling-update-abrupt': '4 個立即結束的 Pod 的 RollingUpdate，每秒 40 個請求',
		'line.what.recreate': '4 個 Pod 的 Recreate，每秒 40 個請求',
		'line.what.node-failure': 'worker-2 的 kubelet 停止 6.5 分鐘（錄製中沒有租約更新與心跳）',
		'line.recorded':
			'{what}。錄製環境：Kubernetes {version}，{machine}，第 {run} 次（共 {runs} 次）。',
		'line.machine': '所有節點在同一台 {machine} 的機器上',
		'line.machine.unknown': '機器未記錄',
		'line.date': '日期：{date}。',
		'line.date.unknown': '錄製中沒有日期。',
		'line.opened': '已開啟：{what}。',
		'line.software': '軟體',
		'line.back': '回到課程',
		'legend.inferred': '虛線與空心：推斷',
		'legend.more':
			'錄下來的是：請求與其時間、物件的每個版本、對容器執行環境的呼叫、Event、印出的文字，以及用戶端得到的回應。其間的部分由規則補上。名稱的產生部分、位址與時刻沒有保留，以 <hash1>、<1>、<ip:web> 代替；revision 由 Kinetes 編號。',
		'inferred.word': '推斷',
		'inferred.cause': '原因是推斷的：在此之前最近得知的相關消息。',
		'inferred.there-before': '推斷：錄製開始之前它就已存在。',
		'inferred.stages': '推斷：稽核日誌只記錄請求何時到達、何時得到回應，沒有記錄何時通過哪一關。',
		'inferred.etcd-hop': '推斷：往返 etcd 的過程沒有錄下，它介於請求與回應之間。',
		'inferred.writer-unknown': '推斷：watch 告知了這個版本；寫入它的請求不在錄製中。',
		'inferred.watch': '推斷：已知這個元件會 watch 這種資源；它收到的通知沒有錄下。',
		'inferred.printed': '推斷：印出的文字有錄下，時間沒有。',
		'inferred.scheduling': '推斷：節點與總分有記錄，時刻與各外掛的分數沒有。',
		'inferred.arithmetic': '推斷：由控制器接著寫入的內容與當時 etcd 中的狀態算出。',
		'inferred.container': '推斷：日誌在此沒有指出容器；由順序、Event 與狀態得出。',
		'inferred.traffic': '推斷：每四分之一秒統計一次各種回應的數量，沒有記錄其中的時刻。',
		'open.refused': '無法播放 {file}：{problem}',
		'open.large': '檔案太大'
	},
	{
		'switch.label': '画面的来源',
		'switch.simulated': '模拟',
		'switch.recorded': '真实集群的录制',
		'switch.both': '并排',
		'side.simulated': '模拟',
		'side.simulated.note': '相同的步骤、相同的时间',
		'side.recorded': '录制',
		'side.recorded.note': '来自真实集群',
		'title.node-failure': '录制：节点失效',
		'title.rolling-update-abrupt': '录制：会丢失请求的 RollingUpdate',
		'line.what.create-pod': '创建一个 Pod，并拉取镜像',
		'line.what.rolling-update':
			'4 个 Pod 的 RollingUpdate，每个在 preStop 中等 5 秒，每秒 40 个请求',
		'line.what.rolling-update-abrupt': '4 个立即结束的 Pod 的 RollingUpdate，每秒 40 个请求',
		'line.what.recreate': '4 个 Pod 的 Recreate，每秒 40 个请求',
		'line.what.node-failure': 'worker-2 的 kubelet 停止 6.5 分钟（录制中没有租约更新与心跳）',
		'line.recorded':
			'{what}。录制环境：Kubernetes {version}，{machine}，第 {run} 次（共 {runs} 次）。',
		'line.machine': '所有节点在同一台 {machine} 的机器上',
		'line.machine.unknown': '机器未记录',
		'line.date': '日期：{date}。',
		'line.date.unknown': '录制中没有日期。',
		'line.opened': '已打开：{what}。',
		'line.software': '软件',
		'line.back': '回到课程',
		'legend.inferred': '虚线与空心：推断',
		'legend.more':
			'录下来的是：请求及其时间、对象的每个版本、对容器运行时的调用、Event、打印的文字，以及客户端得到的回应。其间的部分由规则补上。名称的生成部分、地址与时刻没有保留，以 <hash1>、<1>、<ip:web> 代替；revision 由 Kinetes 编号。',
		'inferred.word': '推断',
		'inferred.cause': '原因是推断的：在此之前最近得知的相关消息。',
		'inferred.there-before': '推断：录制开始之前它就已存在。',
		'inferred.stages': '推断：审计日志只记录请求何时到达、何时得到回应，没有记录何时通过哪一关。',
		'inferred.etcd-hop': '推断：往返 etcd 的过程没有录下，它介于请求与回应之间。',
		'inferred.writer-unknown': '推断：watch 告知了这个版本；写入它的请求不在录制中。',
		'inferred.watch': '推断：已知这个组件会 watch 这种资源；它收到的通知没有录下。',
		'inferred.printed': '推断：打印的文字有录下，时间没有。',
		'inferred.scheduling': '推断：节点与总分有记录，时刻与各插件的分数没有。',
		'inferred.arithmetic': '推断：由控制器接着写入的内容与当时 etcd 中的状态算出。',
		'inferred.container': '推断：日志在此没有指出容器；由顺序、Event 与状态得出。',
		'inferred.traffic': '推断：每四分之一秒统计一次各种回应的数量，没有记录其中的时刻。',
		'open.refused': '无法播放 {file}：{problem}',
		'open.large': '文件太大'
	}
);
