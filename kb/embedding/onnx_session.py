"""Models in ONNX files, opened and run. The one import of onnxruntime."""

from collections.abc import Mapping
from pathlib import Path
from typing import TypeAlias

import numpy as np
import onnxruntime
from numpy.typing import NDArray

Session: TypeAlias = onnxruntime.InferenceSession


def open_session(path: Path, n_threads: int) -> Session:
    """The model in the file, run on so many cores at a time."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = n_threads
    options.inter_op_num_threads = 1
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")  # the service has other work
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])


def run_session(
    session: Session, inputs: Mapping[str, NDArray[np.int64] | NDArray[np.float32]], output: str
) -> NDArray[np.float32]:
    """float32 array: the output of that name."""
    return np.asarray(session.run([output], dict(inputs))[0], np.float32)


def output_width(session: Session) -> int:
    """Length of the vectors of the first output."""
    return int(session.get_outputs()[0].shape[-1])
