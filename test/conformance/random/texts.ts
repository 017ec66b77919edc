// Texts and numbers to try where a manifest has one: ordinary ones, edges, and what people mistake for them.

const long = (length: number): string => "a".repeat(length);

export const texts: readonly string[] = [
  ..." |a|A|5|0|-1|a b| a|a |a.b|a..b|.a|a.|.|..|...|..a|../a|a/../b|a/b|/a|/a/b|/|./a|a/|a:b|/a:b|C:\\a|-a|a-|a-b|a--b|a_b|_a|_|-|A-B|1a|12-a|a=b|a,b|*|*.a|a@b|a%|$(A)".split(
    "|",
  ),
  ..."1.2.3.4|1.2.3|01.2.3.4|256.1.1.1|::1|fe80::1|::ffff:1.2.3.4|0.0.0.0|127.0.0.1|8.8.8.8|1|2|100|1k|1Ki|1ki|64MB|100m|0.5|1.5Gi|1Gi|2Gi|1e3|-5|+5|5%|25%|100%|101%|-5%|0%|50".split(
    "|",
  ),
  ..."http|http-alt|web1|8080|a1234567890123|a12345678901234|a123456789012345|example.com|example.com/a|Example.com/a|example.com/a/b|kubernetes.io/a|kubernetes.io/hostname|example.com/|/b|https://a.b/c|nginx:1.2|nginx|Nginx|a@sha256:0123|user@example.com".split(
    "|",
  ),
  ..."true|false|null|None|none|Default|Always|always|In|NotIn|Exists|DoesNotExist|Gt|Lt|Equal|Never|OnFailure|metadata.name|metadata.labels['a']|metadata.annotations['a']|metadata.labels|metadata.namespace|metadata.uid|spec.nodeName|spec.serviceAccountName|status.hostIP|status.podIP|status.podIPs|status.phase".split(
    "|",
  ),
  ..."limits.cpu|limits.memory|requests.cpu|requests.memory|requests.ephemeral-storage|limits.hugepages-2Mi|cpu|memory|ephemeral-storage|hugepages-2Mi|storage|pods|nvidia.com/gpu|kernel.shm_rmid_forced|net.core.somaxconn|v1|apps/v1".split(
    "|",
  ),
  ..."* * * * *|*/5 * * * *|0 0 * * 7|60 * * * *|@daily|@every 1h|@reboot|TZ=UTC * * * * *|* * * *|UTC|Asia/Shanghai|Europe/Berlin|Local|asia/shanghai".split(
    "|",
  ),
  ..."SIGTERM|SIGUSR1|TERM|NET_ADMIN|ALL|runtime/default|localhost/a|profiles/a.json|Localhost|RuntimeDefault|Unconfined|Unmasked|s0:c123,c456|ContainerUser|DOMAIN\\user|ReadWriteOnce|ReadWriteOncePod|PersistentVolumeClaim|VolumeSnapshot|snapshot.storage.k8s.io|Memory|HugePages|HugePages-2Mi|iqn.2001-04.com.example:storage|ED25519|RSA3072|a.b/c|0-3|0,2|3-1|2024-01-01T00:00:00Z|linux|windows|DisruptionTarget|True|False|FailIndex|FailJob|Ignore|Count|Indexed|NonIndexed|kubernetes.io/job-controller|example.com/c".split(
    "|",
  ),
  ..."kubernetes.io/batch-cpu|requests.storage|container.apparmor.security.beta.kubernetes.io/c|node.kubernetes.io/not-ready|topology.kubernetes.io/zone|failed|Terminating|NoSchedule|NoExecute|PreferNoSchedule|DoNotSchedule|ScheduleAnyway|Honor|Ignore|ClusterFirst|ClusterFirstWithHostNet|RollingUpdate|Recreate|OnDelete|Parallel|OrderedReady|Retain|Delete|File|FallbackToLogsOnError|HTTP|HTTPS|https|TCP|UDP|SCTP|udp|Bidirectional|HostToContainer|IfPossible|Enabled|Disabled|NotRequired|RestartContainer|Restart|RestartAllContainers|PreferClose|ClusterIP|NodePort|LoadBalancer|ExternalName|IPv4|IPv6|SingleStack|PreferDualStack|Local|Cluster|ClientIP".split(
    "|",
  ),
  "",
  "é",
  "中",
  "a\nb",
  "a\t",
  "\u0001",
  long(15),
  long(16),
  long(52),
  long(53),
  long(63),
  long(64),
  long(253),
  long(254),
];

/** Whole numbers at the edges that limits are made of. */
export const numbers: readonly string[] =
  "-9223372036854775808 -2147483649 -2147483648 -100 -2 -1 0 1 2 3 5 7 10 30 50 80 100 101 255 300 420 511 512 600 1000 3600 3601 8080 30000 32767 65535 65536 86400 86401 100000 100001 2147483647 2147483648 4294967296 9007199254740993 9223372036854775807 9223372036854775808".split(
    " ",
  );

/** Scalars as YAML writes them whose value is not what the eye sees, or whose type is another one. */
export const oddSources: readonly string[] = [
  ...'null|~||true|false|yes|no|on|off|y|n|True|TRUE|0120|0o17|0x50|0b11|8_080|80.0|1e3|1.5|1E400|.5|5.|1:30|1_0.5|08|09|-0|+5|.inf|.nan|=|<<|2024-01-01|2024-01-01T00:00:00Z|\'80\'|"80"|\'true\'|""|\'\'|!!str 80|!!int 80|!!int "80"|!!str true|!!bool "true"|!!float 80|!!binary aGk=|!!null ""|!foo a|&x a|*x|{}|[]|[a]|{a: b}|[null]|[{}]|@a|`a`|%a|- a|? a|a: b|a #b|a#b|\'a\'\'b\'|\'a|"a|"\\x41"|"\\u00e9"|"\\/"|"\\q"|[a, b|{a: 1|] |}|a]|\'a\' b|"a" b|- |:|a:|:a|--- |...|\\|>'.split(
    "|",
  ),
  "|\n  a",
  ">-\n  a\n  b",
];
