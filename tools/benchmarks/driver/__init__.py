"""tools/benchmark, a module a job: begin reading at command.py."""
