package lib.field_test

import data.lib.field

test_meant[key] if {
	some key, name in {
		"hostPid": "hostPID",
		"hostpid": "hostPID",
		"hostName": "hostname",
		"podOS": "os",
		"PodOs": "os",
		"OS": "os",
		"Overhead": "overhead",
		"setHostNameAsFqdn": "setHostnameAsFQDN",
		"TerminationGracePeriodSeconds": "terminationGracePeriodSeconds",
	}
	field.meant("pod", key).name == name
}

test_right_or_another_word[key] if {
	some key in ["hostPID", "hostname", "os", "overhead", "setHostnameAsFQDN", "subdomain", "hostUsers", "hostAliases", "containers"]
	not field.meant("pod", key)
}

test_levels_do_not_mix if {
	not field.meant("container", "hostPid")
	field.meant("container", "TTY").name == "tty"
	field.meant("container security", "Privileged").ids == ["VNP-47"]
}

# Written in small letters, each field that has capitals is meant, and gives some requirement away.
test_fields[level] if {
	some level, names in {
		"pod": {
			"initContainers", "ephemeralContainers", "hostIPC", "hostNetwork", "hostPID", "runtimeClassName", "setHostnameAsFQDN",
			"shareProcessNamespace", "terminationGracePeriodSeconds", "nodeSelector", "imagePullSecrets", "securityContext",
		},
		"pod security": {
			"fsGroup", "fsGroupChangePolicy", "supplementalGroups", "supplementalGroupsPolicy", "seLinuxOptions", "seccompProfile",
		},
		"container": {
			"livenessProbe", "readinessProbe", "startupProbe", "volumeDevices", "terminationMessagePolicy", "terminationMessagePath",
			"stdinOnce", "securityContext", "volumeMounts",
		},
		"container security": {
			"allowPrivilegeEscalation", "procMount", "seccompProfile", "seLinuxOptions", "appArmorProfile", "windowsOptions",
		},
		"probe": {"terminationGracePeriodSeconds"},
		"mount": {"mountPropagation", "subPathExpr"},
		"volume": {"hostPath", "persistentVolumeClaim", "downwardAPI", "emptyDir", "configMap"},
		"emptyDir": {"sizeLimit"},
		"configMap": {"defaultMode"},
		"projected": {"defaultMode"},
		"secret": {"defaultMode"},
		"port": {"hostIP", "hostPort", "containerPort"},
	}
	{field.meant(level, lower(name)).name | some name in names; count(field.meant(level, lower(name)).ids) > 0} == names
}

test_fields_without_capitals[level] if {
	some level, names in {
		"pod": {"hostname", "os", "overhead", "affinity", "volumes"},
		"pod security": {"sysctls"},
		"container": {"ports", "stdin", "tty", "resources"},
		"container security": {"privileged", "capabilities"},
		"probe": {"grpc"},
		"volume": {"nfs", "iscsi", "cephfs", "csi", "ephemeral", "secret", "projected"},
		"emptyDir": {"medium"},
	}
	{field.meant(level, upper(name)).name | some name in names; count(field.meant(level, upper(name)).ids) > 0} == names
}

# A list or an object gives the requirements of all that it may hold.
test_requirements[note] if {
	some note, case in {
		"security of a pod": {"field": ["pod", "securitycontext"], "ids": ["VNP-40", "VNP-41", "VNP-42", "VNP-43", "VNP-44", "VNP-45"]},
		"volumes": {"field": ["pod", "Volumes"], "ids": ["VNP-05", "VNP-06", "VNP-07", "VNP-08", "VNP-09", "VNP-11", "VNP-12", "VNP-13"]},
		"probe": {"field": ["container", "livenessprobe"], "ids": ["VNP-01", "VNP-02"]},
		"probe before traffic": {"field": ["container", "readinessprobe"], "ids": ["VNP-01", "VNP-02"]},
		"probe at the start": {"field": ["container", "startupprobe"], "ids": ["VNP-01", "VNP-02"]},
		"ports": {"field": ["container", "Ports"], "ids": ["VNP-51", "VNP-52", "VNP-53"]},
		"resources": {"field": ["container", "Resources"], "ids": ["VNP-59", "VNP-60"]},
		"security": {"field": ["container", "securitycontext"], "ids": ["VNP-46", "VNP-47", "VNP-48", "VNP-49", "VNP-50"]},
		"mounts": {"field": ["container", "volumemounts"], "ids": ["VNP-26", "VNP-27"]},
		"downward API": {"field": ["volume", "downwardApi"], "ids": ["VNP-12", "VNP-24"]},
		"empty directory": {"field": ["volume", "emptydir"], "ids": ["VNP-13", "VNP-14", "VNP-15"]},
		"config map": {"field": ["volume", "configmap"], "ids": ["VNP-16", "VNP-20"]},
		"secret": {"field": ["volume", "Secret"], "ids": ["VNP-17", "VNP-22"]},
		"several sources": {"field": ["volume", "Projected"], "ids": ["VNP-18", "VNP-19", "VNP-21", "VNP-23"]},
	}
	field.meant(case.field[0], case.field[1]).ids == case.ids
}
