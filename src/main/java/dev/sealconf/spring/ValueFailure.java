package dev.sealconf.spring;

import org.springframework.beans.BeansException;

/** A value can't be injected. The message names the expression and the type, but no value. */
final class ValueFailure extends BeansException {
  private static final long serialVersionUID = 1L;

  ValueFailure(String message) {
    super(message);
  }
}
