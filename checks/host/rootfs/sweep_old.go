package rootfs

import (
	"golang.org/x/sys/unix"
)

// stepwise opens a directory where the kernel has no openat2(2): name by name,
// no link followed. That also keeps within one mount, whose device each step
// must share; a bind mount of the same file system is not noticed.
func stepwise(at int, name string, flags int) (int, error) {
	fd, err := unix.Openat(at, ".", unix.O_PATH|unix.O_DIRECTORY|unix.O_CLOEXEC, 0)
	if err != nil {
		return -1, err
	}
	for _, step := range split(name) {
		next, err := unix.Openat(fd, step, unix.O_PATH|unix.O_DIRECTORY|unix.O_NOFOLLOW|unix.O_CLOEXEC, 0)
		_ = unix.Close(fd)
		if err != nil {
			return -1, err
		}
		fd = next
	}
	if flags&unix.O_PATH != 0 {
		return fd, nil
	}
	defer unix.Close(fd)
	if err := sameDevice(at, fd); err != nil {
		return -1, err
	}
	return unix.Openat(fd, ".", unix.O_RDONLY|unix.O_DIRECTORY|unix.O_CLOEXEC, 0)
}

func sameDevice(a, b int) error {
	var sa, sb unix.Stat_t
	if err := unix.Fstat(a, &sa); err != nil {
		return err
	}
	if err := unix.Fstat(b, &sb); err != nil {
		return err
	}
	if sa.Dev != sb.Dev {
		return unix.EXDEV
	}
	return nil
}
