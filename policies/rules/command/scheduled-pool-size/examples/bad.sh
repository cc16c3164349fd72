# nodes: virtual, as-of: seed
if [ "$1" = install ]; then
  echo "0 20 * * 1-5 root $0 night" >/etc/cron.d/pool-size
fi
oci ce virtual-node-pool update --virtual-node-pool-id "$POOL" --size=1 --force # expect: scheduled-pool-size
