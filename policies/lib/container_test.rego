package lib.container_test

import data.lib.container

test_stated if {
	list := [{"name": "a"}, {"name": "b", "$patch": "delete"}, {"$patch": "replace"}, null, {"image": "x", "$patch": "merge"}]
	container.stated(list) == [{"name": "a"}, {"image": "x", "$patch": "merge"}]
}

test_no_list if not container.stated({"a": {"name": "a"}})
