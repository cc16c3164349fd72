package lib.container_test

import data.lib.container

test_stated if {
	list := [{"name": "a"}, {"name": "b", "$patch": "delete"}, {"$patch": "replace"}, null, {"image": "x", "$patch": "merge"}]
	container.stated(list) == [{"name": "a"}, {"image": "x", "$patch": "merge"}]
}

test_no_list if not container.stated({"a": {"name": "a"}})

test_first_of_pod if {
	list := [{"id": "w1/containers/1", "pod": "w1"}, {"id": "w2/containers/0", "pod": "w2"}, {"id": "w1/containers/2", "pod": "w1"}]
	first := [one.id | some one in list; container.first_of_pod(one, list)]
	first == ["w1/containers/1", "w2/containers/0"]
}
