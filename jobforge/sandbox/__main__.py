"""What a text worker runs."""

from jobforge.sandbox.text_worker import main

if __name__ == "__main__":
    main()
